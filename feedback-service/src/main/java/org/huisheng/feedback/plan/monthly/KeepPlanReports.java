package org.huisheng.feedback.plan.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.letter.Editions;
import org.huisheng.feedback.letter.Editions.Frozen;
import org.huisheng.feedback.letter.Piece;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.plan.PlanTitles;
import org.huisheng.feedback.plan.monthly.PlanReport.Remarks;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.Moments;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** From a draft the plan itself makes to a report the parent company has. */
@ApplicationScoped
class KeepPlanReports {

    private final PlanReports reports;
    private final PlanTitles plans;
    private final ComposePlanReport compose;
    private final Editions editions;
    private final Departments departments;
    private final TellStaff tellStaff;
    private final Caller caller;
    private final Clock clock;

    KeepPlanReports(
            PlanReports reports,
            PlanTitles plans,
            ComposePlanReport compose,
            Editions editions,
            Departments departments,
            TellStaff tellStaff,
            Caller caller,
            Clock clock) {
        this.reports = reports;
        this.plans = plans;
        this.compose = compose;
        this.editions = editions;
        this.departments = departments;
        this.tellStaff = tellStaff;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Begun(PlanReport report, boolean isNew) {}

    /** @param frozen null as long as it is a draft */
    record Paper(
            String name,
            String title,
            List<Piece> pieces,
            @Nullable Frozen frozen) {}

    @Transactional
    Begun begin(UUID plan, @Nullable UUID chosenId, YearMonth month) {
        plans.require(plan);
        reports.inTurn(plan);
        var known = chosenId == null ? null : reports.findById(chosenId);
        if (known != null) {
            known.requireMadeOf(plan, month);
            return new Begun(known, false);
        }
        var now = clock.instant();
        if (month.isAfter(YearMonth.from(now.atZone(BusinessCalendar.ZONE)))) {
            throw new RuleViolated(List.of(new Violation("/month", "in-the-future")));
        }
        reports.of(plan, month).ifPresent(other -> {
            throw new Conflict("plan-report-exists", other.id());
        });
        var report = new PlanReport(chosenId == null ? Uuid7.at(now) : chosenId, plan, month, caller.name(), now);
        reports.persistAndFlush(report);
        return new Begun(report, true);
    }

    @Transactional
    PlanReport write(UUID id, @Nullable Long expected, Remarks remarks) {
        var report = current(id, expected);
        for (var i = 0; i < remarks.figures().size(); i++) {
            departments.requireActive(
                    "/figures/" + i + "/department", remarks.figures().get(i).department());
        }
        report.write(remarks, caller.name(), clock.instant());
        reports.flush();
        return report;
    }

    /** What is approved is what the paper says at this moment. */
    @Transactional
    PlanReport approve(UUID id, @Nullable Long expected) {
        var report = current(id, expected);
        var now = clock.instant();
        report.requireApprovable(caller.name(), now);
        var plan = plans.require(report.plan());
        var edition = editions.freeze(ComposePlanReport.title(plan, report.month()), compose.pieces(report, plan), now);
        report.approve(edition, caller.name(), now);
        reports.flush();
        return report;
    }

    @Transactional
    PlanReport giveBack(UUID id, @Nullable Long expected) {
        var report = current(id, expected);
        report.giveBack(clock.instant());
        reports.flush();
        return report;
    }

    @Transactional
    PlanReport send(UUID id, @Nullable Long expected, @Nullable Instant at, String how) {
        var report = current(id, expected);
        var now = clock.instant();
        report.send(caller.name(), Moments.past(at, now), how, now);
        tellStaff.settled(report.plan(), now);
        reports.flush();
        return report;
    }

    @Transactional
    PlanReport read(UUID id) {
        return reports.require(id);
    }

    @Transactional
    List<PlanReport> latest(UUID plan, @Nullable Keyset after, int limit) {
        plans.require(plan);
        return reports.latest(plan, after, limit);
    }

    @Transactional
    List<PlanReport> ofRunning(@Nullable PlanReportStatus status, @Nullable Keyset after, int limit) {
        return reports.ofRunning(status, after, limit);
    }

    @Transactional
    Paper paper(UUID id) {
        var report = reports.require(id);
        var name = "plan-report-" + report.month();
        var frozen = report.edition().map(editions::of).orElse(null);
        if (frozen != null) {
            return new Paper(name, frozen.title(), frozen.pieces(), frozen);
        }
        var plan = plans.require(report.plan());
        return new Paper(name, ComposePlanReport.title(plan, report.month()), compose.pieces(report, plan), null);
    }

    private PlanReport current(UUID id, @Nullable Long expected) {
        var report = reports.require(id);
        report.verify(expected);
        return report;
    }
}
