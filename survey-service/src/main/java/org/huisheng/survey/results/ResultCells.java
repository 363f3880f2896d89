package org.huisheng.survey.results;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.events.Side;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.campaign.CampaignFacts;
import org.huisheng.survey.response.ResponseTakenBack;

/**
 * Counts answers. A day that is over is counted once and kept; only the present day is counted for each asking, so the
 * cost does not grow with the age of a campaign.
 */
@ApplicationScoped
class ResultCells {

    /** Texts are counted only as answered: their words are listed elsewhere. */
    private static final String COUNT = """
            SELECT (r.received_at AT TIME ZONE 'Asia/Shanghai')::date AS day, coalesce(r.station, '') AS station,
                   to_char(least(greatest(r.submitted_at, c.opens_at), r.received_at) AT TIME ZONE 'Asia/Shanghai',
                           'YYYY-MM') AS month,
                   given.question, given.row, given.value, count(*) AS count
            FROM response r
            JOIN campaign c ON c.id = r.campaign_id
            CROSS JOIN LATERAL (
                SELECT '' AS question, '' AS row, '' AS value
                UNION ALL
                SELECT answer.key, part.row, part.value
                FROM jsonb_each(r.answers) AS answer
                CROSS JOIN LATERAL (
                    SELECT '' AS row, '' AS value
                    UNION ALL
                    SELECT '', CASE jsonb_typeof(answer.value)
                                   WHEN 'number' THEN trim_scale((answer.value #>> '{}')::numeric)::text
                                   ELSE answer.value #>> '{}' END
                    WHERE answer.key = ANY (?) AND jsonb_typeof(answer.value) NOT IN ('array', 'object')
                    UNION ALL
                    SELECT '', CASE jsonb_typeof(item)
                                   WHEN 'number' THEN trim_scale((item #>> '{}')::numeric)::text
                                   ELSE item #>> '{}' END
                    FROM jsonb_array_elements(
                        CASE jsonb_typeof(answer.value) WHEN 'array' THEN answer.value ELSE '[]' END) AS item
                    WHERE answer.key = ANY (?) AND jsonb_typeof(item) NOT IN ('array', 'object')
                    UNION ALL
                    SELECT cell.key, CASE jsonb_typeof(cell.value)
                                         WHEN 'number' THEN trim_scale((cell.value #>> '{}')::numeric)::text
                                         ELSE cell.value #>> '{}' END
                    FROM jsonb_each(
                        CASE jsonb_typeof(answer.value) WHEN 'object' THEN answer.value ELSE '{}' END) AS cell
                    WHERE answer.key = ANY (?) AND jsonb_typeof(cell.value) NOT IN ('array', 'object')
                ) AS part
            ) AS given
            WHERE r.campaign_id = ? AND r.received_at >= ? AND r.received_at < ? AND r.withdrawn_at IS NULL
            GROUP BY 1, 2, 3, 4, 5, 6
            """;

    private static final String KEEP = """
            INSERT INTO result_cell (day, station, month, question, "row", value, count, campaign_id)
            SELECT counted.*, ?::uuid FROM (%s) AS counted
            """.formatted(COUNT);

    private static final Duration CHEAP = Duration.ofMillis(200);
    private static final int RESTS = 10;

    private final DataSource dataSource;
    private final Cache<UUID, Counted> expensive =
            Caffeine.newBuilder().maximumSize(50).build();

    ResultCells(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Counted(List<ResultCell> cells, Instant until) {}

    /**
     * Counts that took long are given again for ten times as long, so that nobody keeps the database busy by asking.
     *
     * @param counted questions whose values are counted
     */
    @Transactional(rollbackOn = SQLException.class)
    List<ResultCell> of(CampaignFacts campaign, Side side, List<String> counted, Instant now) throws SQLException {
        var known = expensive.getIfPresent(campaign.id());
        if (known != null && now.isBefore(known.until())) {
            return known.cells();
        }
        var begun = System.nanoTime();
        var cells = count(campaign, side, counted, now);
        var cost = Duration.ofNanos(System.nanoTime() - begun);
        if (cost.compareTo(CHEAP) > 0) {
            expensive.put(campaign.id(), new Counted(cells, now.plus(cost.multipliedBy(RESTS))));
        }
        return cells;
    }

    private List<ResultCell> count(CampaignFacts campaign, Side side, List<String> counted, Instant now)
            throws SQLException {
        var today = BusinessDay.of(now);
        try (var connection = dataSource.getConnection()) {
            lock(connection, campaign.id());
            for (var day : daysToKeep(connection, campaign.id(), today)) {
                keep(connection, campaign.id(), counted, day);
            }
            var cells = new ArrayList<ResultCell>();
            kept(connection, campaign, side, cells);
            counted(connection, campaign, side, counted, today, cells);
            return cells;
        }
    }

    /** What was counted of that day is wrong now, and will be counted anew. */
    @Transactional
    void forget(@Observes ResponseTakenBack response) throws SQLException {
        expensive.invalidate(response.campaignId());
        try (var connection = dataSource.getConnection()) {
            lock(connection, response.campaignId());
            try (var delete = connection.prepareStatement("DELETE FROM result_day WHERE campaign_id = ? AND day = ?")) {
                delete.setObject(1, response.campaignId());
                delete.setObject(2, BusinessDay.of(response.receivedAt()));
                delete.executeUpdate();
            }
        }
    }

    /** Of one campaign, one at a time counts, keeps or forgets. */
    private static void lock(Connection connection, UUID campaignId) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 20))")) {
            lock.setString(1, campaignId.toString());
            lock.execute();
        }
    }

    /** Days with responses, found by leaping along the index from one to the next. */
    private static List<LocalDate> daysToKeep(Connection connection, UUID campaignId, LocalDate today)
            throws SQLException {
        try (var select = connection.prepareStatement("""
                WITH RECURSIVE answered AS (
                    (SELECT (received_at AT TIME ZONE 'Asia/Shanghai')::date AS day FROM response
                     WHERE campaign_id = ? AND withdrawn_at IS NULL ORDER BY received_at LIMIT 1)
                    UNION ALL
                    SELECT (SELECT (received_at AT TIME ZONE 'Asia/Shanghai')::date FROM response
                            WHERE campaign_id = ? AND withdrawn_at IS NULL
                              AND received_at >= (answered.day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
                            ORDER BY received_at LIMIT 1)
                    FROM answered WHERE answered.day IS NOT NULL
                )
                SELECT day FROM answered
                WHERE day < ? AND day NOT IN (SELECT day FROM result_day WHERE campaign_id = ?)
                """)) {
            select.setObject(1, campaignId);
            select.setObject(2, campaignId);
            select.setObject(3, today);
            select.setObject(4, campaignId);
            try (var rows = select.executeQuery()) {
                var days = new ArrayList<LocalDate>();
                while (rows.next()) {
                    days.add(rows.getObject(1, LocalDate.class));
                }
                return days;
            }
        }
    }

    private static void keep(Connection connection, UUID campaignId, List<String> counted, LocalDate day)
            throws SQLException {
        try (var mark = connection.prepareStatement("INSERT INTO result_day (campaign_id, day) VALUES (?, ?)");
                var keep = connection.prepareStatement(KEEP)) {
            mark.setObject(1, campaignId);
            mark.setObject(2, day);
            mark.executeUpdate();
            keep.setObject(1, campaignId);
            var questions = connection.createArrayOf("text", counted.toArray());
            for (var index = 2; index <= 4; index++) {
                keep.setArray(index, questions);
            }
            keep.setObject(5, campaignId);
            keep.setObject(6, beginning(day));
            keep.setObject(7, beginning(day.plusDays(1)));
            keep.executeUpdate();
        }
    }

    private static void kept(Connection connection, CampaignFacts campaign, Side side, List<ResultCell> cells)
            throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT station, month, question, "row" AS row, value, sum(count) AS count
                FROM result_cell WHERE campaign_id = ? GROUP BY 1, 2, 3, 4, 5
                """)) {
            select.setObject(1, campaign.id());
            collect(select.executeQuery(), campaign, side, cells);
        }
    }

    private static void counted(
            Connection connection,
            CampaignFacts campaign,
            Side side,
            List<String> counted,
            LocalDate today,
            List<ResultCell> cells)
            throws SQLException {
        try (var select = connection.prepareStatement(COUNT)) {
            var questions = connection.createArrayOf("text", counted.toArray());
            for (var index = 1; index <= 3; index++) {
                select.setArray(index, questions);
            }
            select.setObject(4, campaign.id());
            select.setObject(5, beginning(today));
            select.setObject(6, beginning(today.plusDays(2)));
            collect(select.executeQuery(), campaign, side, cells);
        }
    }

    private static void collect(ResultSet rows, CampaignFacts campaign, Side side, List<ResultCell> cells)
            throws SQLException {
        try (rows) {
            while (rows.next()) {
                cells.add(new ResultCell(
                        new Group(
                                side.name(),
                                campaign.id().toString(),
                                String.valueOf(campaign.version()),
                                rows.getString("station"),
                                rows.getString("month")),
                        rows.getString("question"),
                        rows.getString("row"),
                        rows.getString("value"),
                        rows.getLong("count")));
            }
        }
    }

    private static OffsetDateTime beginning(LocalDate day) {
        return BusinessDay.start(day).atOffset(ZoneOffset.UTC);
    }
}
