package org.huisheng.survey.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.events.MatchEvent.AnswersMatched;
import org.huisheng.kit.event.Outbox;
import org.huisheng.survey.anonymity.FewestPeople;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.rule.MatchAnonymous.Due;

/** How many anonymous answers match and were not told of yet. They wait until they are enough to be told of together. */
@ApplicationScoped
class AnonymousMatches {

    private final DataSource dataSource;
    private final Outbox outbox;
    private final FewestPeople fewest;

    AnonymousMatches(DataSource dataSource, Outbox outbox, FewestPeople fewest) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.fewest = fewest;
    }

    @Transactional(TxType.MANDATORY)
    void add(Due due, LocalDate today, Map<Rule, Integer> counts) throws SQLException {
        var enough = fewest.of(due.origin().side());
        try (var connection = dataSource.getConnection()) {
            for (var count : counts.entrySet()) {
                if (waiting(connection, due, count.getKey(), count.getValue()) >= enough) {
                    clear(connection, due, count.getKey());
                    outbox.append(told(due, today, count.getKey(), enough));
                }
            }
        }
    }

    /** Neither how many nor when: a random id, the day after, and no more than that they are enough. */
    private static AnswersMatched told(Due due, LocalDate today, Rule rule, int enough) {
        return new AnswersMatched(
                UUID.randomUUID(),
                rule.id(),
                rule.version(),
                due.origin().campaignId(),
                due.origin().side(),
                due.department(),
                enough,
                BusinessDay.start(today));
    }

    private static int waiting(Connection connection, Due due, Rule rule, int more) throws SQLException {
        try (var add = connection.prepareStatement("""
                INSERT INTO anonymous_match (rule_id, campaign_id, rule_version, waiting) VALUES (?, ?, ?, ?)
                ON CONFLICT (rule_id, campaign_id) DO UPDATE SET
                    -- What matched another version of the rule did not match this one.
                    waiting = excluded.waiting + CASE anonymous_match.rule_version
                        WHEN excluded.rule_version THEN anonymous_match.waiting ELSE 0 END,
                    rule_version = excluded.rule_version
                RETURNING waiting
                """)) {
            add.setObject(1, rule.id());
            add.setObject(2, due.origin().campaignId());
            add.setInt(3, rule.version());
            add.setInt(4, more);
            try (var row = add.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void clear(Connection connection, Due due, Rule rule) throws SQLException {
        try (var clear = connection.prepareStatement(
                "UPDATE anonymous_match SET waiting = 0 WHERE rule_id = ? AND campaign_id = ?")) {
            clear.setObject(1, rule.id());
            clear.setObject(2, due.origin().campaignId());
            clear.executeUpdate();
        }
    }
}
