package org.huisheng.feedback.attachment.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.huisheng.kit.platform.DatabaseOutage;
import org.huisheng.kit.problem.DomainException.Busy;
import org.jboss.logging.Logger;

/**
 * Removes loose objects whose time has come. The row is locked while its object goes, so whoever would still make an
 * attachment of it waits, and is told that it is too late.
 */
@ApplicationScoped
class SweepObjects {

    private static final Logger LOG = Logger.getLogger(SweepObjects.class);
    private static final int AT_ONCE = 100;

    private final LooseObjects loose;
    private final FileStores stores;
    private final Clock clock;

    SweepObjects(LooseObjects loose, FileStores stores, Clock clock) {
        this.loose = loose;
        this.stores = stores;
        this.clock = clock;
    }

    @Scheduled(
            identity = "loose-objects",
            every = "${huisheng.attachment.sweep:60s}",
            delayed = "10s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Loose objects wait", () -> {
            try {
                sweep(clock.instant());
            } catch (Busy silence) {
                LOG.debug("Loose objects wait for the bucket");
            }
        });
    }

    /** @return how many were removed, a hundred at most */
    int sweep(Instant now) {
        var removed = 0;
        while (removed < AT_ONCE && removedOne(now)) {
            removed++;
        }
        return removed;
    }

    /** Killed in here, the object is gone and its row is not: removing it once more does no harm. */
    private boolean removedOne(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var due = loose.due(now);
            due.ifPresent(object -> {
                stores.bucket().remove(object);
                loose.take(object);
            });
            return due.isPresent();
        });
    }
}
