package org.huisheng.survey.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.events.MatchEvent.Refused;
import org.huisheng.events.MatchEvent.SimulationDone;
import org.huisheng.events.MatchEvent.Tally;
import org.huisheng.events.RuleEvent.RuleTerms;
import org.huisheng.events.RuleEvent.SimulationRequested;
import org.huisheng.events.Side;
import org.huisheng.kit.event.Outbox;
import org.huisheng.survey.anonymity.FewestPeople;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.rule.Condition.Unusable;
import org.huisheng.survey.rule.Condition.Usable;
import org.huisheng.survey.rule.Rule.Origin;
import org.jspecify.annotations.Nullable;

/** Asks a rule, among those that are enabled, about answers that are here already. Opens nothing. */
@ApplicationScoped
class Simulate {

    private static final int MOST_RESPONSES = 10_000;
    private static final int MOST_CAMPAIGNS = 200;
    private static final int FETCHED = 500;

    private final DataSource dataSource;
    private final Outbox outbox;
    private final FewestPeople fewest;
    private final ObjectMapper json;
    private final Clock clock;

    Simulate(DataSource dataSource, Outbox outbox, FewestPeople fewest, ObjectMapper json, Clock clock) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.fewest = fewest;
        this.json = json;
        this.clock = clock;
    }

    private record Campaign(Origin origin, boolean anonymous) {}

    @Transactional(TxType.MANDATORY)
    void run(SimulationRequested request) {
        outbox.append(
                switch (Condition.of(request.terms().condition())) {
                    case Unusable(var why) -> done(request, why, null);
                    case Usable usable -> done(request, null, tally(request, usable));
                });
    }

    private SimulationDone done(SimulationRequested request, @Nullable Refused refused, @Nullable Tally tally) {
        return new SimulationDone(
                request.simulationId(), request.ruleId(), request.ruleVersion(), refused, tally, clock.instant());
    }

    private Tally tally(SimulationRequested request, Usable condition) {
        var today = BusinessDay.of(clock.instant());
        var candidate = new Rule(request.ruleId(), request.ruleVersion(), 0, request.terms(), condition, today);
        try (var connection = dataSource.getConnection()) {
            var others = StoredRules.enabled(connection).stream()
                    .filter(rule -> !rule.id().equals(candidate.id()))
                    .toList();
            var count = new SimulationTally(candidate, others, MOST_RESPONSES);
            for (var campaign : campaigns(connection, request.terms())) {
                read(connection, campaign, count);
            }
            return count.result();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The newest first. */
    private static List<Campaign> campaigns(Connection connection, RuleTerms terms) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT c.id, c.survey_id, c.anonymous, v.side
                FROM campaign c JOIN survey_version v ON v.survey_id = c.survey_id AND v.version = c.version
                WHERE c.status <> 'DRAFT' AND c.id = coalesce(?, c.id) AND c.survey_id = coalesce(?, c.survey_id)
                  AND v.side = coalesce(?, v.side)
                ORDER BY c.id DESC LIMIT ?
                """)) {
            select.setObject(1, terms.campaignId(), Types.OTHER);
            select.setObject(2, terms.surveyId(), Types.OTHER);
            select.setString(3, terms.side() == null ? null : terms.side().name());
            select.setInt(4, MOST_CAMPAIGNS);
            try (var row = select.executeQuery()) {
                var campaigns = new ArrayList<Campaign>();
                while (row.next()) {
                    var origin = new Origin(
                            row.getObject("id", UUID.class),
                            row.getObject("survey_id", UUID.class),
                            Side.valueOf(row.getString("side")));
                    campaigns.add(new Campaign(origin, row.getBoolean("anonymous")));
                }
                return campaigns;
            }
        }
    }

    /** Along the index, backwards. Of an anonymous campaign only days that are over: nobody learns who has just answered. */
    private void read(Connection connection, Campaign campaign, SimulationTally count) throws SQLException {
        var origin = campaign.origin();
        var now = clock.instant();
        var until = campaign.anonymous() ? BusinessDay.start(BusinessDay.of(now)) : now;
        count.begin(origin, campaign.anonymous() ? fewest.of(origin.side()) : null);
        try (var select = connection.prepareStatement("""
                SELECT response_id, station, received_at, answers FROM response
                WHERE campaign_id = ? AND withdrawn_at IS NULL AND received_at < ?
                ORDER BY received_at DESC, response_id DESC LIMIT ?
                """)) {
            select.setFetchSize(FETCHED);
            select.setObject(1, origin.campaignId());
            select.setObject(2, until.atOffset(ZoneOffset.UTC));
            select.setInt(3, count.left() + 1); // the one too many tells that these were not all
            try (var row = select.executeQuery()) {
                var goesOn = true;
                while (goesOn && row.next()) {
                    goesOn = count.add(origin.campaignId(), GivenResponse.of(row, json));
                }
            }
        }
        count.end();
    }
}
