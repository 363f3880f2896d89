package org.huisheng.kpi.odata;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.huisheng.kpi.odata.filter.Refusal;
import org.huisheng.kpi.odata.query.Address;
import org.huisheng.kpi.odata.query.EntitySet;
import org.huisheng.kpi.odata.query.Query;
import org.huisheng.kpi.odata.query.Reading;
import org.huisheng.kpi.odata.rows.Rows;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.DatabaseFailure;
import org.huisheng.kpi.web.Answers;
import org.jspecify.annotations.Nullable;

/** Reads rows for one answer; everything in it is of the same moment. */
@ApplicationScoped
class ReadFeed {

    /** Shorter than the gateway waits. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Database database;
    private final Map<String, Rows> rows;

    ReadFeed(Database database, @Any Instance<Rows> rows) {
        this.database = database;
        this.rows = rows.stream()
                .sorted(Comparator.comparing((Rows set) -> set.set().name()))
                .collect(toMap(set -> set.set().name(), set -> set, (one, _) -> one, LinkedHashMap::new));
    }

    Map<String, EntitySet> sets() {
        var sets = new LinkedHashMap<String, EntitySet>();
        rows.forEach((name, set) -> sets.put(name, set.set()));
        return sets;
    }

    Response collection(EntitySet set, FeedRequest asked, Format format, @Nullable String scope, Request request) {
        var reader = String.valueOf(scope);
        var query = Reading.collection(set, asked.options(), asked.pageSize(), reader);
        return conditional(set, asked, format, reader, request, () -> page(query, asked, format, scope, reader));
    }

    private byte[] page(Query query, FeedRequest asked, Format format, @Nullable String scope, String reader) {
        var json = new RowJson(asked.root(), query, format, false);
        var next = of(query.set()).read(query, scope, json);
        if (next == null) {
            return json.end(null);
        }
        var options = asked.options().ofAllPages();
        var token = next.encode(Reading.binding(query.set(), asked.options(), reader));
        return json.end(asked.root() + query.set().name() + "?" + (options.isEmpty() ? "" : options + "&")
                + "$skiptoken=" + token);
    }

    Response row(Address.Row row, FeedRequest asked, Format format, @Nullable String scope, Request request) {
        var query = Reading.one(row.set(), row.key(), asked.options());
        return conditional(row.set(), asked, format, String.valueOf(scope), request, () -> {
            var json = new RowJson(asked.root(), query, format, true);
            of(row.set()).read(query, scope, json);
            if (json.rows() == 0) {
                throw Refusal.missing("no-such-row");
            }
            return json.end(null);
        });
    }

    Response number(EntitySet set, FeedRequest asked, @Nullable String scope, Request request) {
        var filter = Reading.counted(set, asked.options());
        var count = snapshot(() -> of(set).count(filter, scope));
        return Answers.conditional(
                String.valueOf(count).getBytes(StandardCharsets.US_ASCII), MediaType.TEXT_PLAIN_TYPE, request);
    }

    private Response conditional(
            EntitySet set, FeedRequest asked, Format format, String reader, Request request, Supplier<byte[]> bytes) {
        return snapshot(() -> {
            var state = of(set).state();
            if (state == null) {
                return Answers.conditional(bytes.get(), format.mediaType(), request);
            }
            var all = String.join("\n", state, asked.meaning(), format.toString(), reader);
            return Answers.conditional(
                    Answers.digest(all.getBytes(StandardCharsets.UTF_8)), format.mediaType(), request, bytes);
        });
    }

    <T> T snapshot(Supplier<T> work) {
        try {
            return database.snapshot(LIMIT, work);
        } catch (DatabaseFailure failure) {
            throw failure.tookTooLong() ? Refusal.tooMuch("query-too-slow", LIMIT.toSeconds()) : failure;
        }
    }

    Rows of(EntitySet set) {
        var found = rows.get(set.name());
        if (found == null) {
            throw new IllegalArgumentException(set.name());
        }
        return found;
    }
}
