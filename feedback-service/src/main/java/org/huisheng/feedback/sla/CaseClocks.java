package org.huisheng.feedback.sla;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.jspecify.annotations.Nullable;

/** The clocks of all cases. */
@ApplicationScoped
class CaseClocks implements PanacheRepositoryBase<CaseClock, CaseClock.Key> {

    /** A clock with something to tell or to do, in the order in which the index has them. */
    record Due(Instant at, UUID caseId, String kind) {}

    /** Those of one case, by key: a query would write down the case before its step is complete. */
    List<CaseClock> of(UUID caseId) {
        var keys = Arrays.stream(ClockKind.values())
                .map(kind -> new CaseClock.Key(caseId, kind))
                .toList();
        return getEntityManager()
                .unwrap(Session.class)
                .findMultiple(CaseClock.class, keys, SessionCheckMode.ENABLED)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** What became due before a moment, after the last one seen. */
    List<Due> due(Instant now, @Nullable Due after, int limit) {
        return read(DUE, now, after, limit);
    }

    /** What has waited long enough before a moment, likewise. */
    List<Due> waited(Instant now, @Nullable Due after, int limit) {
        return read(WAITED, now, after, limit);
    }

    @SuppressWarnings("unchecked")
    private List<Due> read(String sql, Instant now, @Nullable Due after, int limit) {
        var from = after == null ? new Due(Instant.EPOCH, new UUID(0, 0), "") : after;
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(sql)
                .setParameter(1, utc(now))
                .setParameter(2, utc(from.at))
                .setParameter(3, from.caseId)
                .setParameter(4, from.kind)
                .setParameter(5, limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Due(instant(row[0]), (UUID) row[1], (String) row[2]))
                .toList();
    }

    static final String DUE = """
            SELECT next_at, case_id, kind FROM case_clock
            WHERE next_at < ?1 AND (next_at, case_id, kind) > (?2, ?3, ?4)
            ORDER BY next_at, case_id, kind LIMIT ?5
            """;

    static final String WAITED = """
            SELECT waits_until, case_id, kind FROM case_clock
            WHERE waits_until < ?1 AND (waits_until, case_id, kind) > (?2, ?3, ?4)
            ORDER BY waits_until, case_id, kind LIMIT ?5
            """;

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(Object value) {
        return switch (value) {
            case Instant instant -> instant;
            case OffsetDateTime time -> time.toInstant();
            case Timestamp time -> time.toInstant();
            default -> throw new IllegalStateException(value.getClass().getName());
        };
    }
}
