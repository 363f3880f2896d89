package org.huisheng.feedback.sla;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.calendar.Calendars;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.ClockReading;
import org.huisheng.feedback.casework.ClockReadings;
import org.huisheng.feedback.casework.StepKind;
import org.huisheng.feedback.casework.StepObserver;
import org.huisheng.feedback.casework.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** Sets the clocks of a case by its steps, and by nothing else. */
@ApplicationScoped
class KeepClocks implements StepObserver, ClockReadings {

    private final CaseClocks clocks;
    private final Policies policies;
    private final Calendars calendars;
    private final SlaConfig config;
    private final Clock clock;

    KeepClocks(CaseClocks clocks, Policies policies, Calendars calendars, SlaConfig config, Clock clock) {
        this.clocks = clocks;
        this.policies = policies;
        this.calendars = calendars;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void observe(Case matter, TimelineEntry entry) {
        var at = entry.at();
        var known = entry.step() == StepKind.OPENED ? promised(matter) : clocks.of(matter.id());
        switch (entry.step()) {
            case OPENED -> {
                keepDate(matter, known);
                run(known, ClockKind.FIRST_RESPONSE, matter.clocksStartAt());
                run(known, ClockKind.RESOLUTION, matter.clocksStartAt());
                // As they run: a clock persisted before would be written twice.
                clocks.persist(known);
            }
            case STARTED -> each(known, ClockKind.FIRST_RESPONSE, (one, hours) -> one.stop(at, hours));
            case WAITING ->
                each(known, ClockKind.RESOLUTION, (one, hours) -> {
                    one.pause(at, hours);
                    one.waitAtMost(config.waitingAtMost(), hours);
                });
            case RESUMED -> each(known, ClockKind.RESOLUTION, (one, hours) -> one.resume(at, hours));
            case RESOLVED -> {
                each(known, ClockKind.RESOLUTION, (one, hours) -> one.stop(at, hours));
                run(known, ClockKind.CONFIRMATION, at);
            }
            case DISPUTED -> {
                each(known, ClockKind.CONFIRMATION, (one, hours) -> one.stop(at, hours));
                run(known, ClockKind.RESOLUTION, at);
            }
            case CONFIRMED, FOUND_UNREACHABLE, OVERRIDDEN ->
                each(known, ClockKind.CONFIRMATION, (one, hours) -> one.stop(at, hours));
            case CLOSED, MERGED -> known.forEach(one -> one.stop(at, hours(one)));
            case SEPARATED -> {
                // Meanwhile somebody was at work, in the other case and by its clocks.
                if (matter.firstReceiver().isEmpty()) {
                    run(known, ClockKind.FIRST_RESPONSE, at);
                }
                run(known, ClockKind.RESOLUTION, at);
            }
            case DUPLICATE_JOINED -> keepDate(matter, known);
            case CLOCKS_RECOMPUTED -> {
                moveDate(matter, known, at);
                promiseAnew(matter, known, at);
            }
            case SEVERITY_CHANGED, CATEGORY_CHANGED -> promiseAnew(matter, known, at);
            // Whose desk a case lies on, who was asked, what was said and who was told gives nobody more time.
            case ASSIGNED,
                    TRANSFERRED,
                    CONTACT_CHANGED,
                    CONFIRMATION_REQUESTED,
                    CONTACT_ATTEMPTED,
                    OVERRIDE_REQUESTED,
                    TASK_GIVEN,
                    TASK_STARTED,
                    TASK_COMPLETED,
                    TASK_RETURNED,
                    NOTED,
                    ESCALATED,
                    FOLLOWED,
                    AGREED,
                    DUPLICATE_LEFT,
                    ATTACHED -> {}
        }
        tell(matter, known);
    }

    private interface Setting {
        void set(CaseClock clock, BusinessCalendar hours);
    }

    private void run(List<CaseClock> known, ClockKind kind, Instant at) {
        each(known, kind, (one, hours) -> one.run(at, hours));
    }

    private void each(List<CaseClock> known, ClockKind kind, Setting setting) {
        known.stream().filter(one -> one.kind() == kind).forEach(one -> setting.set(one, hours(one)));
    }

    /** A date somebody else has set is about the matter; when the stakeholder says if they agree is theirs. */
    private void keepDate(Case matter, List<CaseClock> known) {
        matter.notAfter()
                .ifPresent(date -> known.stream()
                        .filter(one -> one.kind() != ClockKind.CONFIRMATION)
                        .forEach(one -> one.dueAtTheLatest(date, hours(one))));
    }

    /** Who has set the date may have set another. */
    private void moveDate(Case matter, List<CaseClock> known, Instant at) {
        matter.notAfter()
                .ifPresent(date -> known.stream()
                        .filter(one -> one.kind() != ClockKind.CONFIRMATION)
                        .forEach(one -> one.dueOn(date, at, hours(one))));
    }

    private void promiseAnew(Case matter, List<CaseClock> known, Instant at) {
        for (var policy : policies(matter)) {
            each(
                    known,
                    policy.scope().clock(),
                    (one, hours) -> one.promiseAnew(
                            policy, at, hours, calendars.require(policy.terms().calendar())));
        }
    }

    private List<CaseClock> promised(Case matter) {
        return policies(matter).stream()
                .map(policy -> new CaseClock(matter.id(), policy))
                .toList();
    }

    private List<Policy> policies(Case matter) {
        var inForce = policies.inForce();
        var intake = matter.intake();
        return List.of(ClockKind.values()).stream()
                .flatMap(kind -> Policies.best(inForce, kind, intake.category(), intake.severity()).stream())
                .toList();
    }

    /** What the case itself knows of its clocks. */
    private static void tell(Case matter, List<CaseClock> known) {
        matter.due(matter.deadlines()
                .due(
                        dueAt(known, one -> one.kind() == ClockKind.FIRST_RESPONSE),
                        dueAt(known, one -> one.kind() == ClockKind.RESOLUTION),
                        dueAt(known, CaseClock::isOverdue)));
    }

    private static @Nullable Instant dueAt(List<CaseClock> known, Predicate<CaseClock> which) {
        return known.stream()
                .filter(which)
                .map(CaseClock::dueAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    @Override
    public List<ClockReading> of(UUID caseId) {
        var now = clock.instant();
        return clocks.of(caseId).stream()
                .filter(CaseClock::hasStarted)
                .map(one -> one.reading(now, hours(one)))
                .toList();
    }

    private BusinessCalendar hours(CaseClock one) {
        return calendars.require(one.calendar());
    }
}
