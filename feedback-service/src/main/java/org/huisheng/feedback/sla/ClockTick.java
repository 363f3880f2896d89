package org.huisheng.feedback.sla;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;
import org.huisheng.feedback.sla.CaseClocks.Due;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
    private final EndWaits endWaits;
    private final Clock clock;
    private final Counter failures;
    private final Counter escalations;

    ClockTick(CaseClocks clocks, Escalate escalate, EndWaits endWaits, Clock clock, MeterRegistry metrics) {
        this.clocks = clocks;
        this.escalate = escalate;
        this.endWaits = endWaits;
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

    /** Waiting that is over first: what it held may be due. @return how many rungs were climbed */
    int turn(Instant now) {
        along(now, clocks::waited, due -> endWaits.end(due.caseId(), now));
        var climbed = along(now, clocks::due, due -> escalate.escalate(due.caseId(), now));
        escalations.increment(climbed);
        return climbed;
    }

    /** A list of what is due, after the last one seen. */
    private interface Reading {
        List<Due> read(Instant now, @Nullable Due after, int limit);
    }

    private int along(Instant now, Reading reading, ToIntFunction<Due> deed) {
        var done = 0;
        Due last = null;
        do {
            var seen = last;
            var due = QuarkusTransaction.requiringNew().call(() -> reading.read(now, seen, AT_ONCE));
            for (var one : due) {
                done += alone(one, deed);
            }
            last = due.size() < AT_ONCE ? null : due.getLast();
        } while (last != null);
        return done;
    }

    /** One case that cannot be told of must not keep the others; it stays due, is counted, and comes again. */
    private int alone(Due due, ToIntFunction<Due> deed) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> deed.applyAsInt(due));
        } catch (RuntimeException failure) {
            if (DatabaseOutage.isPassing(failure)) {
                throw failure;
            }
            failures.increment();
            LOG.errorf(failure, "The clocks of case %s could not be followed", due.caseId());
            return 0;
        }
    }
}
