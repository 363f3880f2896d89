package org.huisheng.survey.campaign;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import org.huisheng.kit.platform.DatabaseOutage;
import org.huisheng.survey.campaign.Links.CampaignChanged;
import org.jboss.logging.Logger;

/**
 * Opens and closes campaigns whose time has come. What is due is read from the database, so nothing is lost while no
 * service runs, and any number of them may run: each takes what no other has locked.
 */
@ApplicationScoped
class CampaignClock {

    private static final Logger LOG = Logger.getLogger(CampaignClock.class);
    private static final int AT_ONCE = 100;

    private final Campaigns campaigns;
    private final Event<CampaignChanged> changed;
    private final Clock clock;

    CampaignClock(Campaigns campaigns, Event<CampaignChanged> changed, Clock clock) {
        this.campaigns = campaigns;
        this.changed = changed;
        this.clock = clock;
    }

    /** Answers are taken by the campaign's times, not by this; so a second of delay changes nothing but the status. */
    @Scheduled(
            identity = "campaign-clock",
            every = "${huisheng.campaign.clock:1s}",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Due campaigns wait", () -> {
            while (turn(clock.instant()) == AT_ONCE) {
                LOG.debugf("More than %d campaigns were due at once", AT_ONCE);
            }
        });
    }

    /** @return how many campaigns were opened and closed, of each at most a hundred */
    int turn(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var opening = campaigns.dueToOpen(now, AT_ONCE);
            opening.forEach(Campaign::openOnTime);
            campaigns.flush();
            var closing = campaigns.dueToClose(now, AT_ONCE);
            closing.forEach(campaign -> campaign.close(now));
            campaigns.flush();
            opening.forEach(campaign -> changed.fire(new CampaignChanged(campaign.id())));
            closing.forEach(campaign -> changed.fire(new CampaignChanged(campaign.id())));
            return Math.max(opening.size(), closing.size());
        });
    }
}
