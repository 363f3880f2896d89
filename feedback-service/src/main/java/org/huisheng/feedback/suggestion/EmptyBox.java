package org.huisheng.feedback.suggestion;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/** Looks whether a period is over. Which one it is says the database, so nothing is lost while no service runs. */
@ApplicationScoped
class EmptyBox {

    private static final Logger LOG = Logger.getLogger(EmptyBox.class);
    private static final int AT_ONCE = 200;

    private final PassOn passOn;
    private final SuggestionConfig config;
    private final Clock clock;

    EmptyBox(PassOn passOn, SuggestionConfig config, Clock clock) {
        this.passOn = passOn;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "suggestion-box",
            every = "${huisheng.suggestion.every:10s}",
            delayed = "3s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "The suggestion box waits", () -> empty(clock.instant()));
    }

    void empty(Instant now) {
        var beginning = config.beginning(now);
        while (passOn.open(beginning, now, AT_ONCE) == AT_ONCE) {
            LOG.debugf("More than %d suggestions were gathered", AT_ONCE);
        }
        var suggesters = passOn.suggesters(beginning, AT_ONCE);
        suggesters.forEach(suggester -> passOn.words(suggester, beginning, now));
        if (suggesters.size() == AT_ONCE) {
            empty(now);
        }
    }
}
