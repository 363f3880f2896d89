package org.huisheng.feedback.supply;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.reminder.Reminders;
import org.huisheng.feedback.reminder.Reminders.Agenda;
import org.huisheng.feedback.reminder.Reminders.Due;
import org.huisheng.kit.event.Outbox;

/** By the clock: the office is reminded of what is to be sent, and of what was sent and not answered. */
@ApplicationScoped
class WatchSupplyReports {

    private static final String CLOCK = "clock";

    private final SupplyReports reports;
    private final Reminders reminders;
    private final TellStaff tellStaff;
    private final Outbox outbox;
    private final Clock clock;

    WatchSupplyReports(SupplyReports reports, Reminders reminders, TellStaff tellStaff, Outbox outbox, Clock clock) {
        this.reports = reports;
        this.reminders = reminders;
        this.tellStaff = tellStaff;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(
            identity = "supply-reports",
            every = "${huisheng.supply-report.reminders:30s}",
            delayed = "4s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        reminders.fireAll(Agenda.SUPPLY_REPORT, clock, this::fire);
    }

    /** @return how many were fired, a hundred at most */
    int turn(Instant now) {
        return reminders.fire(Agenda.SUPPLY_REPORT, now, this::fire);
    }

    private void fire(Due reminder, Instant now) {
        var report = reports.require(reminder.subject());
        report.expire(now).ifPresent(event -> outbox.append(event, report::version));
        if (report.isUnsent()) {
            tellStaff.remindedOfReport(report.id(), report.department(), report.deadline(), now);
        } else if (report.status() == SupplyStatus.SENT) {
            tellStaff.reportUnanswered(report.id(), report.department(), now);
        } else {
            return;
        }
        reports.record(report, CLOCK, SupplyStep.REMINDED, reminder.kind().name(), now);
    }
}
