package org.huisheng.survey.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.events.RuleEvent.Once;
import org.huisheng.events.RuleEvent.RuleChanged;
import org.huisheng.events.RuleEvent.RuleTerms;
import org.huisheng.events.Side;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.rule.Condition.Unusable;
import org.huisheng.survey.rule.Condition.Usable;
import org.jboss.logging.Logger;

/** The rules as last published by feedback-service. */
@ApplicationScoped
class StoredRules {

    private static final Logger LOG = Logger.getLogger(StoredRules.class);

    private final DataSource dataSource;

    StoredRules(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes over the state unless a newer one is here already. */
    void apply(RuleChanged changed) {
        var terms = changed.terms();
        try (var connection = dataSource.getConnection();
                var upsert = connection.prepareStatement("""
                        INSERT INTO answer_rule (rule_id, version, revision, enabled, since, priority, stop, condition,
                            side, survey_id, campaign_id, once)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (rule_id) DO UPDATE SET
                            version = excluded.version, revision = excluded.revision, enabled = excluded.enabled,
                            since = excluded.since, priority = excluded.priority, stop = excluded.stop,
                            condition = excluded.condition, side = excluded.side, survey_id = excluded.survey_id,
                            campaign_id = excluded.campaign_id, once = excluded.once
                        WHERE answer_rule.revision < excluded.revision
                        """)) {
            upsert.setObject(1, changed.ruleId());
            upsert.setInt(2, changed.ruleVersion());
            upsert.setLong(3, changed.revision());
            upsert.setBoolean(4, changed.enabled());
            upsert.setObject(5, BusinessDay.of(changed.occurredAt()));
            upsert.setInt(6, terms.priority());
            upsert.setBoolean(7, terms.stop());
            upsert.setString(8, terms.condition());
            upsert.setString(9, terms.side() == null ? null : terms.side().name());
            upsert.setObject(10, terms.surveyId());
            upsert.setObject(11, terms.campaignId());
            upsert.setString(12, terms.once().name());
            upsert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** In the order in which they are asked; feedback-service lets there be few. */
    List<Rule> enabled() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return enabled(connection);
        }
    }

    static List<Rule> enabled(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT * FROM answer_rule WHERE enabled");
                var row = select.executeQuery()) {
            var rules = new ArrayList<Rule>();
            while (row.next()) {
                add(rules, row);
            }
            rules.sort(Rule.ORDER);
            return List.copyOf(rules);
        }
    }

    private static void add(List<Rule> rules, ResultSet row) throws SQLException {
        var id = row.getObject("rule_id", UUID.class);
        var terms = terms(row);
        switch (Condition.of(terms.condition())) {
            case Usable usable ->
                rules.add(new Rule(
                        id,
                        row.getInt("version"),
                        row.getLong("revision"),
                        terms,
                        usable,
                        row.getObject("since", LocalDate.class)));
            // It was usable when it was simulated: only another version of ours can have changed its mind.
            case Unusable(var why) -> LOG.errorf("Rule %s cannot be asked: %s", id, why);
        }
    }

    private static RuleTerms terms(ResultSet row) throws SQLException {
        var side = row.getString("side");
        return new RuleTerms(
                row.getInt("priority"),
                row.getBoolean("stop"),
                row.getString("condition"),
                side == null ? null : Side.valueOf(side),
                row.getObject("survey_id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                Once.valueOf(row.getString("once")));
    }
}
