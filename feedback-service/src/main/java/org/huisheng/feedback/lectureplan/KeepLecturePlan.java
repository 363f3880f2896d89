package org.huisheng.feedback.lectureplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Writes the plans down, and lets them count. */
@ApplicationScoped
class KeepLecturePlan {

    private final LecturePlans plans;
    private final Windows windows;
    private final Departments departments;
    private final LectureDutyConfig config;
    private final Outbox outbox;
    private final Clock clock;

    KeepLecturePlan(
            LecturePlans plans,
            Windows windows,
            Departments departments,
            LectureDutyConfig config,
            Outbox outbox,
            Clock clock) {
        this.plans = plans;
        this.windows = windows;
        this.departments = departments;
        this.config = config;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param isNew whether there was none of the year */
    record KeptPlan(LecturePlan plan, boolean isNew) {}

    @Transactional
    KeptPlan keep(int year, @Nullable Long expected, LecturePlanTerms terms) {
        plans.inTurn(year);
        requireKnown(terms);
        var now = clock.instant();
        var known = plans.of(year);
        if (known.isEmpty()) {
            var plan = new LecturePlan(Uuid7.at(now), year, terms, now);
            plans.persistAndFlush(plan);
            return new KeptPlan(plan, true);
        }
        var plan = known.get();
        plan.verify(expected);
        plan.revise(terms, now).ifPresent(event -> outbox.append(event, plan::version));
        plans.flush();
        return new KeptPlan(plan, false);
    }

    private void requireKnown(LecturePlanTerms terms) {
        var unknown = new ArrayList<Violation>();
        for (var code : terms.peopleByDepartment().keySet()) {
            if (departments.findByIdOptional(code).isEmpty()) {
                unknown.add(new Violation("/quotas", "unknown-department", code));
            }
        }
        if (!unknown.isEmpty()) {
            throw new RuleViolated(unknown);
        }
    }

    /** From now on lectures are due. Pairs of months that are over already are settled by those held in them. */
    @Transactional
    LecturePlan adopt(int year, @Nullable Long expected) {
        plans.inTurn(year);
        var plan = plans.require(year);
        plan.verify(expected);
        var now = clock.instant();
        plan.adopt(now).ifPresent(event -> outbox.append(event, plan::version));
        plans.flush();
        for (var number = plan.terms().firstWindow(); number <= Window.LAST; number++) {
            var end = new Window(year, number).end();
            windows.set(plan.id(), number, end.plus(config.grace()));
            for (var before : config.reminders()) {
                if (end.minus(before).isAfter(now)) {
                    windows.remind(plan.id(), number, end.minus(before));
                }
            }
        }
        return plan;
    }

    @Transactional
    LecturePlan read(int year) {
        return plans.require(year);
    }

    @Transactional
    List<LecturePlan> latest(@Nullable Keyset after, int limit) {
        return plans.latest(after, limit);
    }
}
