package org.huisheng.kpi.odata.rows;

import static java.util.Map.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.huisheng.kpi.observation.KnownByDay;
import org.huisheng.kpi.observation.LateMonths;
import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.filter.Type;
import org.huisheng.kpi.odata.query.EntitySet;
import org.huisheng.kpi.odata.query.Query;
import org.huisheng.kpi.odata.query.SkipToken;
import org.huisheng.kpi.sql.Changes;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.suppression.Disclosures;
import org.huisheng.kpi.suppression.Suppression;
import org.jspecify.annotations.Nullable;

/**
 * The observations behind all figures, but for those of groups that must not be seen. In the order of their key, which
 * the primary key's index gives, any number of rows costs what is read of them; in other orders a page costs a search.
 */
@ApplicationScoped
class ObservedRows implements Rows {

    private static final EntitySet SET = new EntitySet(
            "Observations",
            "Observation",
            List.of(
                    Column.key("eventId", Type.GUID),
                    Column.key("ordinal", Type.INT32),
                    Column.of("metric", Type.STRING),
                    Column.of("side", Type.STRING),
                    Column.of("department", Type.STRING),
                    Column.of("month", Type.DATE),
                    Column.of("occurredAt", Type.DATE_TIME),
                    Column.of("recordedAt", Type.DATE_TIME),
                    Column.of("value", Type.DECIMAL),
                    Column.optional("raw", Type.DECIMAL),
                    Column.optional("scaleMin", Type.DECIMAL),
                    Column.optional("scaleMax", Type.DECIMAL),
                    Column.optional("question", Type.STRING),
                    Column.optional("row", Type.STRING),
                    Column.of("sourceType", Type.STRING),
                    Column.optional("sourceId", Type.GUID),
                    Column.optional("sourceVersion", Type.INT64)));

    private static final Map<String, String> SQL = Map.ofEntries(
            entry("eventId", "o.event_id"),
            entry("ordinal", "o.ordinal"),
            entry("metric", "o.metric"),
            entry("side", "o.side"),
            entry("department", "o.department"),
            entry("month", "o.month"),
            entry("occurredAt", KnownByDay.OCCURRED_AT),
            entry("recordedAt", KnownByDay.RECORDED_AT),
            entry("value", "o.value"),
            entry("raw", "o.raw"),
            entry("scaleMin", "o.scale_min"),
            entry("scaleMax", "o.scale_max"),
            entry("question", "o.question"),
            entry("row", "o.row"),
            entry("sourceType", "o.source_type"),
            entry("sourceId", KnownByDay.SOURCE_ID),
            entry("sourceVersion", KnownByDay.SOURCE_VERSION));

    private static final String MONTH = "month";

    private final Database database;
    private final Suppression suppression;
    private final Disclosures disclosures;
    private final Changes changes;
    private final LateMonths lateMonths;

    ObservedRows(
            Database database,
            Suppression suppression,
            Disclosures disclosures,
            Changes changes,
            LateMonths lateMonths) {
        this.database = database;
        this.suppression = suppression;
        this.disclosures = disclosures;
        this.changes = changes;
        this.lateMonths = lateMonths;
    }

    @Override
    public EntitySet set() {
        return SET;
    }

    @Override
    public String state() {
        return changes.count() + " " + suppression.threshold() + " " + suppression.employeeThreshold();
    }

    @Override
    public long count(@Nullable Expression filter, @Nullable String scope) {
        return count(selection(latest(), filter, scope));
    }

    @Override
    public @Nullable SkipToken read(Query query, @Nullable String scope, Sink sink) {
        var after = query.after();
        var bound = after == null || after.bound() == null ? latest() : after.bound();
        var selection = selection(bound, query.filter(), scope);
        var count = after != null ? after.count() : query.count() ? (Long) count(selection) : null;
        sink.begin(count);
        var page = new ObservedPage(query, sink);
        var sql = selection.page(query);
        database.each(sql.text(), page::take, sql.parameters().toArray());
        return page.more() ? query.next(bound, count, page.shown(), page.place()) : null;
    }

    Selection selection(Instant bound, @Nullable Expression filter, @Nullable String scope) {
        var span = MonthSpan.of(filter, MONTH, lateMonths);
        return new Selection(SQL, disclosures.withheld(scope), bound, span, filter, scope);
    }

    /** The end of what is recorded, told by what is recorded and not by a clock: so equal data give equal answers. */
    private Instant latest() {
        return database.read(
                        "SELECT coalesce(max(updated_at), 'epoch') FROM cell",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .getFirst();
    }

    private long count(Selection selection) {
        var sql = selection.count();
        return database.read(sql.text(), row -> row.getLong(1), sql.parameters().toArray())
                .getFirst();
    }
}
