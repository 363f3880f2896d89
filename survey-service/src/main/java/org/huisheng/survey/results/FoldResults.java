package org.huisheng.survey.results;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.kit.platform.DatabaseOutage;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.huisheng.survey.results.FoldDays.Step;
import org.jboss.logging.Logger;

/**
 * Counts the days that are over before anybody asks. Campaigns that can get no more answers are not looked at again, and
 * of several services each takes the campaigns that no other is at.
 */
@ApplicationScoped
class FoldResults {

    static final int AT_ONCE = 20_000;

    private static final Logger LOG = Logger.getLogger(FoldResults.class);
    private static final int PAGE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final DataSource dataSource;
    private final KnownCampaigns campaigns;
    private final CountedQuestions questions;
    private final FoldDays days;
    private final Clock clock;

    FoldResults(
            DataSource dataSource, KnownCampaigns campaigns, CountedQuestions questions, FoldDays days, Clock clock) {
        this.dataSource = dataSource;
        this.campaigns = campaigns;
        this.questions = questions;
        this.days = days;
        this.clock = clock;
    }

    @Scheduled(
            identity = "fold-results",
            every = "${huisheng.results.every:60s}",
            delayed = "20s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Days that are over wait to be counted", () -> foldAll());
    }

    void foldAll() throws SQLException {
        var page = due(FIRST);
        while (!page.isEmpty()) {
            page.forEach(this::fold);
            page = due(page.getLast());
        }
    }

    private void fold(UUID campaignId) {
        var counted = questions.of(campaigns.require(campaignId));
        while (days.step(campaignId, counted, clock.instant(), AT_ONCE, false) == Step.MORE) {
            LOG.debugf("More of %s is counted", campaignId);
        }
    }

    private List<UUID> due(UUID after) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        SELECT id FROM campaign WHERE NOT results_final AND status <> 'DRAFT' AND id > ?
                        ORDER BY id LIMIT %d
                        """.formatted(PAGE))) {
            select.setObject(1, after);
            var due = new ArrayList<UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(rows.getObject(1, UUID.class));
                }
            }
            return due;
        }
    }
}
