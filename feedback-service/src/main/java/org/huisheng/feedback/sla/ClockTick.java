package org.huisheng.feedback.sla;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.huisheng.feedback.sla.CaseClocks.Due;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/**
 * Finds what is due, along one partial index: what is open and not due costs nothing, nor does what is closed. Nothing is
 * kept in memory, so nothing is lost while no service runs, and any number of them may.
 */
@ApplicationScoped
class ClockTick {

    private static final Logger LOG = Logger.getLogger(ClockTick.class);
    private static final int AT_ONCE = 200;

    private final CaseClocks clocks;
    private final Escalate escalate;
    private final Clock clock;
    private final Counter failures;
    private final Counter escalations;

    ClockTick(CaseClocks clocks, Escalate escalate, Clock clock, MeterRegistry metrics) {
        this.clocks = clocks;
        this.escalate = escalate;
        this.clock = clock;
        this.failures = metrics.counter("huisheng.sla.failures");
        this.escalations = metrics.counter("huisheng.sla.escalations");
    }

    /** A due time is in the clock, not in this: a delay of some seconds changes nothing but when people are told. */
    @Scheduled(
            identity = "sla-clock",
            every = "${huisheng.sla.tick:5s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Due cases wait", () -> turn(clock.instant()));
    }

    /** @return how many rungs were climbed */
    int turn(Instant now) {
        var climbed = 0;
        Due last = null;
        do {
            var seen = last;
            var due = QuarkusTransaction.requiringNew().call(() -> clocks.due(now, seen, AT_ONCE));
            for (var one : due) {
                climbed += escalate(one, now);
            }
            last = due.size() < AT_ONCE ? null : due.getLast();
        } while (last != null);
        return climbed;
    }

    /** One case that cannot be told of must not keep the others; it stays due, is counted, and comes again. */
    private int escalate(Due due, Instant now) {
        try {
            var climbed = QuarkusTransaction.requiringNew().call(() -> escalate.escalate(due.caseId(), now));
            escalations.increment(climbed);
            return climbed;
        } catch (RuntimeException failure) {
            if (DatabaseOutage.isPassing(failure)) {
                throw failure;
            }
            failures.increment();
            LOG.errorf(failure, "Case %s could not be escalated", due.caseId());
            return 0;
        }
    }
}
