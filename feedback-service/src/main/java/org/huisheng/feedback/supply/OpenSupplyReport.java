package org.huisheng.feedback.supply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.reminder.Reminders;
import org.huisheng.feedback.reminder.Reminders.Agenda;
import org.huisheng.feedback.supply.SupplyReport.Opening;
import org.huisheng.feedback.supply.SupplyReports.Missing;
import org.huisheng.feedback.supply.template.SupplyTemplates;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Begins a report: from the template as it is now, with the figures of a year before beside those that are asked for. */
@ApplicationScoped
class OpenSupplyReport {

    private final SupplyReports reports;
    private final SupplyTemplates templates;
    private final Departments departments;
    private final UsualDay usualDay;
    private final Reminders reminders;
    private final TellStaff tellStaff;
    private final Caller caller;
    private final Clock clock;

    OpenSupplyReport(
            SupplyReports reports,
            SupplyTemplates templates,
            Departments departments,
            UsualDay usualDay,
            Reminders reminders,
            TellStaff tellStaff,
            Caller caller,
            Clock clock) {
        this.reports = reports;
        this.templates = templates;
        this.departments = departments;
        this.usualDay = usualDay;
        this.reminders = reminders;
        this.tellStaff = tellStaff;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Opened(SupplyReport report, boolean isNew) {}

    @Transactional
    Opened open(@Nullable UUID chosenId, Opening opening) {
        reports.inTurn(opening.sentTo());
        var known = chosenId == null ? null : reports.findById(chosenId);
        if (known != null) {
            known.requireMadeOf(opening);
            return new Opened(known, false);
        }
        departments.requireActive("/department", opening.department());
        reports.of(opening.sentTo(), opening.quarter()).ifPresent(other -> {
            throw new Conflict("supply-report-exists", other.id());
        });
        return new Opened(begin(chosenId, opening), true);
    }

    private SupplyReport begin(@Nullable UUID chosenId, Opening opening) {
        var now = clock.instant();
        var template = templates.present();
        var due = opening.dueOn() == null ? usualDay.toSend(opening.quarter()) : opening.dueOn();
        var id = chosenId == null ? Uuid7.at(now) : chosenId;
        var report = new SupplyReport(id, opening, due, template, caller.name(), now);
        var before = aYearBefore(opening);
        report.enter(
                template.figures().stream()
                        .map(asked -> new SupplyFigure(
                                asked.code(), asked.name(), asked.unit(), null, before.get(asked.code()), null))
                        .toList(),
                caller.name(),
                now);
        reports.persist(report);
        reports.record(report, caller.name(), SupplyStep.OPENED, null, now);
        reminders.set(Agenda.SUPPLY_REPORT, id, report.deadline(), now);
        tellStaff.settled(Missing.id(opening.sentTo(), opening.quarter()), now);
        return report;
    }

    private Map<String, BigDecimal> aYearBefore(Opening opening) {
        return reports.of(opening.sentTo(), opening.quarter().aYearBefore()).map(SupplyReport::figures).stream()
                .flatMap(figures -> figures.stream())
                .filter(figure -> figure.present() != null)
                .collect(Collectors.toMap(
                        SupplyFigure::code, figure -> Objects.requireNonNull(figure.present()), (one, _) -> one));
    }
}
