package org.huisheng.feedback.supply;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/**
 * By the clock: the office is reminded of a quarter's report that nobody has begun, which has no reminders of its own. Expected
 * is one for each authority that had one within the year before.
 */
@ApplicationScoped
class WatchQuarters {

    private static final Logger LOG = Logger.getLogger(WatchQuarters.class);

    private final SupplyReports reports;
    private final UsualDay usualDay;
    private final TellStaff tellStaff;
    private final Clock clock;

    WatchQuarters(SupplyReports reports, UsualDay usualDay, TellStaff tellStaff, Clock clock) {
        this.reports = reports;
        this.usualDay = usualDay;
        this.tellStaff = tellStaff;
        this.clock = clock;
    }

    @Scheduled(
            identity = "supply-quarters",
            every = "${huisheng.supply-report.quarters:5m}",
            delayed = "25s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(
                LOG, "Quarters without a report wait", () -> LOG.debugf("%d reminded", turn(clock.instant())));
    }

    /** @return of how many reports somebody was reminded */
    int turn(Instant now) {
        var today = LocalDate.ofInstant(now, BusinessCalendar.ZONE);
        var quarter = Quarter.before(today);
        if (today.isBefore(usualDay.toBegin(quarter))) {
            return 0;
        }
        var deadline = usualDay.deadline(quarter);
        return QuarkusTransaction.requiringNew().call(() -> {
            var missing = reports.missing(quarter, !now.isBefore(deadline), now);
            missing.forEach(one -> tellStaff.reportNotBegun(one.id(), one.department(), deadline, now));
            return missing.size();
        });
    }
}
