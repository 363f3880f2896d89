package org.huisheng.feedback.attachment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.huisheng.feedback.attachment.KeepFiles.Kept;
import org.huisheng.feedback.casework.Act;
import org.huisheng.kit.security.Caller;

/** Puts a file beside whatever holds it. Its row and the line that names its hash are one transaction, which makes it a file. */
@ApplicationScoped
public class PutBeside {

    private final KeepFiles files;
    private final Caller caller;
    private final Clock clock;

    PutBeside(KeepFiles files, Caller caller, Clock clock) {
        this.files = files;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Two transactions, with the way to the store between them: no connection waits for it.
     *
     * @param permitted refuses whoever may not, before anything is stored
     * @param noted writes down that it came in, refusing it if that is no longer possible. It holds the holder only then:
     *     nobody else's step has to wait, or is lost, while the bytes come in
     */
    public Kept put(Holder holder, Upload upload, Runnable permitted, BiConsumer<Attachment, Act> noted)
            throws IOException {
        var known = QuarkusTransaction.requiringNew().call(() -> {
            permitted.run();
            return files.known(holder, upload);
        });
        if (known.isPresent()) {
            return known.get();
        }
        var brought = files.bring(upload);
        return QuarkusTransaction.requiringNew().call(() -> {
            var act = new Act(caller.name(), clock.instant(), null, null);
            var kept = files.keep(holder, brought, act);
            if (kept.isNew()) {
                noted.accept(kept.attachment(), act);
            }
            return kept;
        });
    }
}
