package org.huisheng.feedback.plan.monthly;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/** By the clock: the office is reminded of a month whose report was not sent, once. */
@ApplicationScoped
class WatchPlanReports {

    private static final Logger LOG = Logger.getLogger(WatchPlanReports.class);

    private final PlanReports reports;
    private final TellStaff tellStaff;
    private final PlanReportConfig config;
    private final Clock clock;

    WatchPlanReports(PlanReports reports, TellStaff tellStaff, PlanReportConfig config, Clock clock) {
        this.reports = reports;
        this.tellStaff = tellStaff;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "plan-reports",
            every = "${huisheng.plan-report.reminders:5m}",
            delayed = "20s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(
                LOG, "Missing reports of plans wait", () -> LOG.debugf("%d reminded", turn(clock.instant())));
    }

    /** @return of how many plans somebody was reminded */
    int turn(Instant now) {
        var today = LocalDate.ofInstant(now, BusinessCalendar.ZONE);
        if (today.getDayOfMonth() < config.reminderDay()) {
            return 0;
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            var missing = reports.missing(YearMonth.from(today).minusMonths(1), now);
            missing.forEach(plan -> tellStaff.planReportMissing(plan, now));
            return missing.size();
        });
    }
}
