package org.huisheng.survey.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.events.Side;
import org.huisheng.kit.platform.DatabaseOutage;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.questionnaire.AnswerScope;
import org.huisheng.survey.rule.Rule.Origin;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rules against anonymous answers of days that are over, so that the moment of no answer shows. Each campaign's
 * days are a transaction together with what comes of them: after a kill they are asked about again, or were wholly.
 */
@ApplicationScoped
class MatchAnonymous {

    private static final Logger LOG = Logger.getLogger(MatchAnonymous.class);
    private static final int AT_ONCE = 200;
    private static final int FETCHED = 500;

    /** By then the last answer of a day is committed. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final DataSource dataSource;
    private final AnonymousMatches matches;
    private final ObjectMapper json;
    private final Clock clock;

    MatchAnonymous(DataSource dataSource, AnonymousMatches matches, ObjectMapper json, Clock clock) {
        this.dataSource = dataSource;
        this.matches = matches;
        this.json = json;
        this.clock = clock;
    }

    /** @param from the first day that was not asked about, null for none */
    record Due(
            Origin origin,
            @Nullable String department,
            @Nullable LocalDate from) {}

    @Scheduled(
            identity = "match-anonymous",
            every = "${huisheng.rules.anonymous-every:10m}",
            delayed = "90s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        var today = BusinessDay.of(clock.instant().minus(SETTLED));
        DatabaseOutage.orNextTime(LOG, "Anonymous answers wait to be matched", () -> {
            for (var left = AT_ONCE; left > 0 && matchOne(today); left--) {
                LOG.debug("The rules were held against one more anonymous campaign");
            }
        });
    }

    /** @return whether a campaign was due */
    boolean matchOne(LocalDate today) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = dataSource.getConnection()) {
                var due = lockOne(connection, today);
                if (due == null) {
                    return false;
                }
                var rules = StoredRules.enabled(connection).stream()
                        .filter(rule -> rule.isFor(due.origin()))
                        .toList();
                if (!rules.isEmpty()) {
                    matches.add(due, today, count(connection, due, rules, today));
                }
                note(connection, due, today);
                return true;
            }
        });
    }

    private static @Nullable Due lockOne(Connection connection, LocalDate today) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT c.id, c.survey_id, v.side, c.department, c.matched_until
                FROM campaign c JOIN survey_version v ON v.survey_id = c.survey_id AND v.version = c.version
                WHERE c.anonymous AND c.status <> 'DRAFT' AND (c.matched_until IS NULL OR c.matched_until < ?)
                ORDER BY c.matched_until NULLS FIRST, c.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED
                """)) {
            select.setObject(1, today);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? new Due(
                                new Origin(
                                        row.getObject("id", UUID.class),
                                        row.getObject("survey_id", UUID.class),
                                        Side.valueOf(row.getString("side"))),
                                row.getString("department"),
                                row.getObject("matched_until", LocalDate.class))
                        : null;
            }
        }
    }

    private Map<Rule, Integer> count(Connection connection, Due due, List<Rule> rules, LocalDate today)
            throws SQLException {
        var counts = new HashMap<Rule, Integer>();
        var from = rules.stream().map(Rule::since).min(LocalDate::compareTo).orElse(today);
        try (var select = connection.prepareStatement("""
                SELECT response_id, station, received_at, answers FROM response
                WHERE campaign_id = ? AND received_at >= ? AND received_at < ? AND withdrawn_at IS NULL
                """)) {
            select.setFetchSize(FETCHED);
            select.setObject(1, due.origin().campaignId());
            select.setObject(2, beginning(due.from() == null || due.from().isBefore(from) ? from : due.from()));
            select.setObject(3, beginning(today));
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var given = GivenResponse.of(row, json);
                    matching(rules, given).forEach(rule -> counts.merge(rule, 1, Integer::sum));
                }
            }
        }
        return counts;
    }

    private static List<Rule> matching(List<Rule> rules, GivenResponse given) {
        var scope = AnswerScope.of(given.answers());
        return Rule.matching(
                rules, rule -> !given.day().isBefore(rule.since()) && rule.holds(scope, given.receivedAt()));
    }

    private static void note(Connection connection, Due due, LocalDate today) throws SQLException {
        try (var note = connection.prepareStatement("UPDATE campaign SET matched_until = ? WHERE id = ?")) {
            note.setObject(1, today);
            note.setObject(2, due.origin().campaignId());
            note.executeUpdate();
        }
    }

    private static OffsetDateTime beginning(LocalDate day) {
        return BusinessDay.start(day).atOffset(ZoneOffset.UTC);
    }
}
