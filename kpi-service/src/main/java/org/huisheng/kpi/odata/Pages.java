package org.huisheng.kpi.odata;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;
import org.huisheng.kpi.odata.query.SkipToken;
import org.jspecify.annotations.Nullable;

/**
 * Page after page, each read when the one before has gone out: whoever reads slowly keeps one page in memory and no
 * connection to the database.
 */
final class Pages implements StreamingOutput {

    /** @param next where the following page begins, null on the last */
    record Page(byte[] bytes, @Nullable SkipToken next) {}

    private final Page first;
    private final Function<SkipToken, Page> following;
    private final Runnable cut;

    /** @param cut ends the connection: half of the rows must not look like all */
    Pages(Page first, Function<SkipToken, Page> following, Runnable cut) {
        this.first = first;
        this.following = following;
        this.cut = cut;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(first.bytes);
        for (var next = first.next; next != null; ) {
            var page = read(next);
            out.write(page.bytes);
            next = page.next;
        }
    }

    private Page read(SkipToken from) {
        try {
            return following.apply(from);
        } catch (RuntimeException failure) {
            cut.run();
            throw failure;
        }
    }
}
