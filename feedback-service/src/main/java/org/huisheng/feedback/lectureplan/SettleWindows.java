package org.huisheng.feedback.lectureplan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.huisheng.events.LectureEvent.LectureDutySettled;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.lectureplan.Windows.Decision;
import org.huisheng.feedback.lectureplan.Windows.Taken;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/**
 * Decides, once two months are over, which departments have held a lecture in them. A window is taken, decided and told of
 * in one transaction: killed at any line, all of it happens at the next tick or none has.
 */
@ApplicationScoped
class SettleWindows {

    private static final Logger LOG = Logger.getLogger(SettleWindows.class);

    private final Windows windows;
    private final LecturePlans plans;
    private final Departments departments;
    private final Outbox outbox;
    private final Clock clock;

    SettleWindows(Windows windows, LecturePlans plans, Departments departments, Outbox outbox, Clock clock) {
        this.windows = windows;
        this.plans = plans;
        this.departments = departments;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(
            identity = "lecture-windows",
            every = "${huisheng.lecture.every:30s}",
            delayed = "4s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Windows of lectures wait", () -> {
            while (turn(clock.instant())) {
                LOG.debug("A window of lectures was settled");
            }
        });
    }

    /** @return whether there was one to settle */
    boolean turn(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var taken = windows.take(now);
            taken.ifPresent(window -> settle(window, now));
            return taken.isPresent();
        });
    }

    private void settle(Taken taken, Instant now) {
        var plan = plans.findByIdOptional(taken.plan()).orElseThrow();
        var window = new Window(plan.year(), taken.number());
        var holders = windows.holders(window);
        plan.terms().peopleByDepartment().forEach((code, people) -> {
            if (departments.isActive(code)) {
                var isHeld = holders.contains(code);
                windows.decide(plan.id(), new Decision(taken.number(), code, isHeld));
                var settled = new LectureDutySettled(
                        plan.id(), code, window.last().toString(), isHeld, people, now.truncatedTo(ChronoUnit.MICROS));
                outbox.append(settled, plan::version);
            }
        });
    }
}
