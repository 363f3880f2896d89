package org.huisheng.survey.results;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.response.ResponseTakenBack;
import org.jspecify.annotations.Nullable;

/**
 * Counts the answers of days that are over, once. Each step is a transaction of its own and counts so many and no more,
 * so one that is broken off loses little, and the next begins where the last ended.
 */
@ApplicationScoped
class FoldDays {

    /** Longer than a response can be under way between its moment and its commit. */
    static final Duration SETTLING = Duration.ofMinutes(5);

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final OffsetDateTime BEFORE_ANY = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    enum Step {
        MORE,
        DONE,
        ELSEWHERE
    }

    private record Day(LocalDate day, OffsetDateTime countedAt, UUID countedId, boolean complete) {}

    private final DataSource dataSource;

    FoldDays(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param counted questions whose values are counted
     * @param most responses that are counted
     * @param patient whether to wait for another that is folding the same campaign
     */
    Step step(UUID campaignId, List<String> counted, Instant now, int most, boolean patient) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = dataSource.getConnection()) {
                if (patient) {
                    CountingSql.lock(connection, campaignId.toString());
                } else if (!CountingSql.tryLock(connection, campaignId.toString())) {
                    return Step.ELSEWHERE;
                }
                var today = BusinessDay.of(now.minus(SETTLING));
                var next = next(connection, campaignId);
                if (next == null || !next.day().isBefore(today)) {
                    caughtUp(connection, campaignId, today, now);
                    return Step.DONE;
                }
                if (next.complete() || fold(connection, campaignId, next, counted, most) < most) {
                    over(connection, campaignId, next.day());
                }
                return Step.MORE;
            }
        });
    }

    /** The day of the first response that may not be counted yet, found along the index. */
    private static @Nullable Day next(Connection connection, UUID campaignId) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT first.day, known.folded_at, known.folded_id, coalesce(known.complete, false) AS complete
                FROM campaign c
                CROSS JOIN LATERAL (
                    SELECT (received_at AT TIME ZONE 'Asia/Shanghai')::date AS day FROM response r
                    WHERE r.campaign_id = c.id AND r.withdrawn_at IS NULL
                      AND r.received_at >= coalesce(c.results_until, '-infinity')::timestamp AT TIME ZONE 'Asia/Shanghai'
                    ORDER BY r.received_at LIMIT 1
                ) AS first
                LEFT JOIN result_day known ON known.campaign_id = c.id AND known.day = first.day
                WHERE c.id = ?
                """)) {
            select.setObject(1, campaignId);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                var day = row.getObject("day", LocalDate.class);
                var countedId = row.getObject("folded_id", UUID.class);
                return new Day(
                        day,
                        countedId == null ? beginning(day) : row.getObject("folded_at", OffsetDateTime.class),
                        countedId == null ? BEFORE_ALL : countedId,
                        row.getBoolean("complete"));
            }
        }
    }

    /** @return how many were counted */
    private static int fold(Connection connection, UUID campaignId, Day next, List<String> counted, int most)
            throws SQLException {
        try (var begin = connection.prepareStatement("""
                        INSERT INTO result_day (campaign_id, day, complete) VALUES (?, ?, false) ON CONFLICT DO NOTHING
                        """);
                var fold = connection.prepareStatement(CountingSql.FOLD)) {
            begin.setObject(1, campaignId);
            begin.setObject(2, next.day());
            begin.executeUpdate();
            fold.setObject(1, campaignId);
            fold.setObject(2, beginning(next.day().plusDays(1)));
            fold.setObject(3, next.countedAt());
            fold.setObject(4, next.countedId());
            fold.setInt(5, most);
            fold.setObject(6, campaignId);
            CountingSql.questions(fold, 7, counted);
            try (var last = fold.executeQuery()) {
                if (!last.next()) {
                    return 0;
                }
                note(
                        connection,
                        campaignId,
                        next.day(),
                        last.getObject(1, OffsetDateTime.class),
                        last.getObject(2, UUID.class));
                return last.getInt("taken");
            }
        }
    }

    private static void note(Connection connection, UUID campaignId, LocalDate day, OffsetDateTime at, UUID id)
            throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE result_day SET folded_at = ?, folded_id = ? WHERE campaign_id = ? AND day = ?")) {
            update.setObject(1, at);
            update.setObject(2, id);
            update.setObject(3, campaignId);
            update.setObject(4, day);
            update.executeUpdate();
        }
    }

    private static void over(Connection connection, UUID campaignId, LocalDate day) throws SQLException {
        try (var complete = connection.prepareStatement(
                        "UPDATE result_day SET complete = true WHERE campaign_id = ? AND day = ? AND NOT complete");
                var until = connection.prepareStatement("UPDATE campaign SET results_until = ? WHERE id = ?")) {
            complete.setObject(1, campaignId);
            complete.setObject(2, day);
            complete.executeUpdate();
            until.setObject(1, day.plusDays(1));
            until.setObject(2, campaignId);
            until.executeUpdate();
        }
    }

    /** Answers given before the end may come in for some days after it, and then no more. */
    private static void caughtUp(Connection connection, UUID campaignId, LocalDate today, Instant now)
            throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE campaign SET results_until = greatest(results_until, ?), results_final = final
                FROM (SELECT id, status = 'CLOSED' AND coalesce(closed_at, closes_at)
                                 + make_interval(days => coalesce(grace_days, 0) + 2) < ? AS final
                      FROM campaign WHERE id = ?) AS ended
                WHERE ended.id = campaign.id
                  AND (results_until IS NULL OR results_until < ? OR results_final <> final)
                """)) {
            update.setObject(1, today);
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.setObject(3, campaignId);
            update.setObject(4, today);
            update.executeUpdate();
        }
    }

    /** What was counted of that day is wrong now, and will be counted anew. */
    @Transactional
    void forget(@Observes ResponseTakenBack response) throws SQLException {
        var day = BusinessDay.of(response.receivedAt());
        try (var connection = dataSource.getConnection()) {
            CountingSql.lock(connection, response.campaignId().toString());
            try (var delete = connection.prepareStatement("DELETE FROM result_day WHERE campaign_id = ? AND day = ?");
                    var anew = connection.prepareStatement("""
                            UPDATE campaign SET results_until = ?, results_final = false
                            WHERE id = ? AND results_until > ?
                            """)) {
                delete.setObject(1, response.campaignId());
                delete.setObject(2, day);
                delete.executeUpdate();
                anew.setObject(1, day);
                anew.setObject(2, response.campaignId());
                anew.setObject(3, day);
                anew.executeUpdate();
            }
        }
    }

    static OffsetDateTime beginning(@Nullable LocalDate day) {
        return day == null ? BEFORE_ANY : BusinessDay.start(day).atOffset(ZoneOffset.UTC);
    }
}
