package org.huisheng.feedback.supply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.reminder.Reminders;
import org.huisheng.feedback.reminder.Reminders.Agenda;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.supply.SupplyReportRequest.Written;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Words, figures and the day of a report, as long as they may be changed. */
@ApplicationScoped
class WriteSupplyReport {

    private final SupplyReports reports;
    private final Reminders reminders;
    private final Caller caller;
    private final Clock clock;

    WriteSupplyReport(SupplyReports reports, Reminders reminders, Caller caller, Clock clock) {
        this.reports = reports;
        this.reminders = reminders;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    SupplyReport write(UUID id, @Nullable Long expected, SupplyReportRequest request) {
        var report = current(id, expected);
        Written written =
                request.check(report.figures().stream().map(SupplyFigure::code).collect(Collectors.toSet()));
        var now = clock.instant();
        report.write(written.title(), written.sections(), caller.name(), now);
        reports.record(report, caller.name(), SupplyStep.WRITTEN, null, now);
        return report;
    }

    /** The same figures again change nothing. */
    @Transactional
    SupplyReport enter(UUID id, @Nullable Long expected, List<SupplyFigure> figures) {
        var report = current(id, expected);
        if (report.figures().equals(figures)) {
            return report;
        }
        var now = clock.instant();
        report.enter(figures, caller.name(), now);
        reports.record(report, caller.name(), SupplyStep.FIGURES_ENTERED, null, now);
        return report;
    }

    @Transactional
    SupplyReport postpone(UUID id, @Nullable Long expected, LocalDate day, String reason) {
        var report = current(id, expected);
        var now = clock.instant();
        if (day.isBefore(LocalDate.ofInstant(now, BusinessCalendar.ZONE))) {
            var checks = new Checks();
            checks.add("/dueOn", "in-the-past");
            checks.passed();
        }
        report.postpone(day, now);
        reminders.renew(Agenda.SUPPLY_REPORT, id, report.deadline(), now);
        reports.record(report, caller.name(), SupplyStep.WRITTEN, day + " " + reason, now);
        return report;
    }

    private SupplyReport current(UUID id, @Nullable Long expected) {
        var report = reports.require(id);
        report.verify(expected);
        return report;
    }
}
