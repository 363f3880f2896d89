package org.huisheng.feedback.lectureplan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.lectureplan.Windows.Taken;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/** By the clock: while two months still run, departments that have neither held a lecture in them nor planned one are reminded. */
@ApplicationScoped
class WatchWindows {

    private static final Logger LOG = Logger.getLogger(WatchWindows.class);

    private final Windows windows;
    private final LecturePlans plans;
    private final Departments departments;
    private final TellStaff tellStaff;
    private final Clock clock;

    WatchWindows(Windows windows, LecturePlans plans, Departments departments, TellStaff tellStaff, Clock clock) {
        this.windows = windows;
        this.plans = plans;
        this.departments = departments;
        this.tellStaff = tellStaff;
        this.clock = clock;
    }

    @Scheduled(
            identity = "lecture-reminders",
            every = "${huisheng.lecture.every:30s}",
            delayed = "6s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Reminders of lectures wait", () -> {
            while (turn(clock.instant())) {
                LOG.debug("Departments without a lecture were reminded");
            }
        });
    }

    /** @return whether there was a window to look at */
    boolean turn(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var taken = windows.takeReminder(now);
            taken.ifPresent(window -> remind(window, now));
            return taken.isPresent();
        });
    }

    /** What was due while no service ran is not made up for once the months are over. */
    private void remind(Taken taken, Instant now) {
        var plan = plans.findByIdOptional(taken.plan()).orElseThrow();
        var window = new Window(plan.year(), taken.number());
        if (!now.isBefore(window.end())) {
            return;
        }
        var provided = windows.providers(window);
        plan.terms().peopleByDepartment().keySet().stream()
                .filter(code -> !provided.contains(code) && departments.isActive(code))
                .forEach(code -> tellStaff.lectureDue(plan.id(), code, window.end(), now));
    }
}
