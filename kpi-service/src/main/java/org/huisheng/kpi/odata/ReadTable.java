package org.huisheng.kpi.odata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.huisheng.kpi.odata.Pages.Page;
import org.huisheng.kpi.odata.filter.Refusal;
import org.huisheng.kpi.odata.query.EntitySet;
import org.huisheng.kpi.odata.query.Query;
import org.huisheng.kpi.odata.query.Reading;
import org.huisheng.kpi.odata.rows.Rows;
import org.huisheng.kpi.web.Answers;
import org.jspecify.annotations.Nullable;

/**
 * All the rows a question leads to, as one table in CSV: the pages a client would follow one by one, which a table has no
 * place to link.
 */
@ApplicationScoped
class ReadTable {

    private static final MediaType CSV = MediaType.valueOf(Answers.CSV).withCharset("UTF-8");

    private final ReadFeed feed;

    ReadTable(ReadFeed feed) {
        this.feed = feed;
    }

    /** @param cut ends the caller's connection */
    Response table(EntitySet set, FeedRequest asked, @Nullable String scope, Request request, Runnable cut) {
        var reader = String.valueOf(scope);
        var query = Reading.collection(set, asked.options(), FeedRequest.LARGEST_PAGE, reader);
        if (query.count()) {
            throw Refusal.malformed("option-not-here", "$count");
        }
        var rows = feed.of(set);
        var answer = feed.snapshot(() -> {
            var state = rows.state();
            if (state == null) {
                return whole(rows, query, scope, request);
            }
            var all = String.join("\n", state, asked.meaning(), Answers.CSV, reader);
            return Answers.conditional(
                    Answers.digest(all.getBytes(StandardCharsets.UTF_8)),
                    CSV,
                    request,
                    () -> pages(rows, query, scope, cut));
        });
        return Response.fromResponse(answer)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + set.name() + ".csv\"")
                .build();
    }

    /** Of a set that is made for each asking anyway; made again for each page it would cost more. */
    private static Response whole(Rows rows, Query query, @Nullable String scope, Request request) {
        var table = new RowCsv(query, false);
        rows.read(query.inOnePage(), scope, table);
        return Answers.conditional(table.take(), CSV, request);
    }

    private Pages pages(Rows rows, Query query, @Nullable String scope, Runnable cut) {
        var table = new RowCsv(query, true);
        var next = rows.read(query, scope, table);
        return new Pages(
                new Page(table.take(), next),
                from -> {
                    var further = feed.snapshot(() -> rows.read(query.goingOn(from), scope, table));
                    return new Page(table.take(), further);
                },
                cut);
    }
}
