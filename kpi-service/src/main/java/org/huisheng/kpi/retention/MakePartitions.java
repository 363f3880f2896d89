package org.huisheng.kpi.retention;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.YearMonth;
import java.util.TreeSet;
import org.huisheng.kit.platform.DatabaseOutage;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.DatabaseFailure;
import org.jboss.logging.Logger;

/**
 * Makes partitions before there is anything to put into them. Nothing waits for it: what comes for a month that has none is
 * kept with that of all others, and moved once it has one. Any number of instances may do so at once.
 */
@ApplicationScoped
class MakePartitions {

    private static final Logger LOG = Logger.getLogger(MakePartitions.class);
    private static final int AHEAD = 3;
    private static final int BEHIND = 12;
    /** What is older, or further ahead, is kept with all others for good: a clock gone wrong must not make a thousand. */
    private static final int FAR_BEHIND = 120;

    private final MonthPartitions partitions;
    private final Clock clock;

    MakePartitions(MonthPartitions partitions, Clock clock) {
        this.partitions = partitions;
        this.clock = clock;
    }

    /** Before the first event comes. */
    void prepare(@Observes @Priority(2) StartupEvent start) {
        tick();
    }

    @Scheduled(
            identity = "observation-partitions",
            every = "${huisheng.observations.partitions:1h}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "No partitions of observations are made", this::unlessOthersRead);
    }

    private void unlessOthersRead() {
        try {
            makeDue();
        } catch (DatabaseFailure failure) {
            if (!failure.waitedTooLong()) {
                throw failure;
            }
            LOG.warnf("Somebody reads all observations; partitions are made next time: %s", failure.getMessage());
        }
    }

    private void makeDue() {
        var present = YearMonth.from(clock.instant().atZone(Period.ZONE));
        var due = new TreeSet<>(partitions.missing(present.minusMonths(BEHIND), present.plusMonths(AHEAD)));
        due.addAll(partitions.elsewhere(present.minusMonths(FAR_BEHIND), present.plusMonths(AHEAD)));
        due.forEach(partitions::make);
        if (!due.isEmpty()) {
            partitions.analyse();
        }
    }
}
