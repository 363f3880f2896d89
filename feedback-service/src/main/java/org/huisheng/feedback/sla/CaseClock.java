package org.huisheng.feedback.sla;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.casework.ClockReading;
import org.huisheng.feedback.casework.ClockReading.ClockState;
import org.huisheng.feedback.sla.Ladder.Rung;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * How much of the time that was promised for a case has been used. It may run, pause and stand, and run again: consumed
 * time is never given back, and a due time once missed stays missed. Where somebody else has set a date, it is due by then at
 * the latest; the date comes whether it runs or waits.
 */
@Entity
@IdClass(CaseClock.Key.class)
class CaseClock {

    record Key(UUID caseId, ClockKind kind) {}

    /** @param number of the rung, from one */
    record Climbed(int number, Rung rung, Instant dueAt) {}

    @Id
    private UUID caseId;

    @Id
    @Enumerated(EnumType.STRING)
    private ClockKind kind;

    private UUID policyId;
    private int policyRevision;
    private String calendar;
    private long minutes;
    private String ladder;
    private @Nullable Instant startedAt;
    private @Nullable Instant runningSince;
    private @Nullable Instant pausedSince;
    private @Nullable Instant stoppedAt;
    private long consumedMicros;
    private @Nullable Instant dueAt;
    private boolean breached;
    private int rung;
    private @Nullable Instant nextAt;
    private @Nullable Instant notAfter;
    private @Nullable Instant waitsUntil;

    @NullUnmarked
    protected CaseClock() {}

    CaseClock(UUID caseId, Policy policy) {
        this.caseId = caseId;
        this.kind = policy.scope().clock();
        promise(policy);
    }

    private void promise(Policy policy) {
        policyId = policy.id();
        policyRevision = policy.revision();
        calendar = policy.terms().calendar();
        minutes = policy.terms().minutes();
        ladder = policy.terms().ladder().text();
    }

    /** The earliest date counts. */
    void dueAtTheLatest(Instant date, BusinessCalendar hours) {
        notAfter = notAfter == null || date.isBefore(notAfter) ? date : notAfter;
        if (runningSince != null || pausedSince != null) {
            schedule(hours);
        }
    }

    /** Another date, which may be later; what was missed stays missed. */
    void dueOn(Instant date, Instant at, BusinessCalendar hours) {
        if (date.equals(notAfter)) {
            return;
        }
        var counts = runningSince != null || pausedSince != null;
        breached = breached || (counts && dueAt != null && at.isAfter(dueAt));
        notAfter = date;
        if (counts) {
            schedule(hours);
        }
    }

    /** For the first time or again; no effect while it runs. */
    void run(Instant at, BusinessCalendar hours) {
        if (runningSince == null) {
            var from = endOfWaiting(at);
            leavePause(from);
            startedAt = startedAt == null ? from : startedAt;
            stoppedAt = null;
            pausedSince = null;
            runningSince = from;
            schedule(hours);
        }
    }

    void pause(Instant at, BusinessCalendar hours) {
        if (runningSince != null) {
            consume(at, hours);
            pausedSince = at;
            schedule(hours);
        }
    }

    /** Of working time; whoever has to wait for longer says so again. */
    void waitAtMost(Duration longest, BusinessCalendar hours) {
        if (pausedSince != null && waitsUntil == null) {
            waitsUntil = hours.plus(pausedSince, longest);
        }
    }

    void resume(Instant at, BusinessCalendar hours) {
        if (pausedSince != null) {
            run(at, hours);
        }
    }

    void stop(Instant at, BusinessCalendar hours) {
        if (startedAt != null && stoppedAt == null) {
            if (endOfWaiting(at).isBefore(at)) {
                run(at, hours);
            }
            consume(at, hours);
            leavePause(at);
            pausedSince = null;
            nextAt = null;
            stoppedAt = at;
        }
    }

    /** Waiting that is over is over, however late somebody notices. */
    private Instant endOfWaiting(Instant at) {
        return waitsUntil != null && waitsUntil.isBefore(at) ? waitsUntil : at;
    }

    /** Meanwhile the date may have come. */
    private void leavePause(Instant at) {
        breached = breached || (pausedSince != null && notAfter != null && at.isAfter(notAfter));
        waitsUntil = null;
    }

    private void consume(Instant at, BusinessCalendar hours) {
        if (runningSince != null) {
            // Two machines' clocks may differ a little; time does not run backwards.
            var until = at.isBefore(runningSince) ? runningSince : at;
            consumedMicros += hours.workingTimeBetween(runningSince, until).toNanos() / 1_000;
            breached = breached || until.isAfter(Objects.requireNonNull(dueAt));
        }
        runningSince = null;
        nextAt = null;
    }

    /** Another promise for what is left: what was used stays used, and what was missed stays missed. */
    void promiseAnew(Policy policy, Instant at, BusinessCalendar before, BusinessCalendar after) {
        var running = runningSince != null;
        consume(at, before);
        promise(policy);
        runningSince = running ? at : null;
        if (running || pausedSince != null) {
            schedule(after);
        }
    }

    private void schedule(BusinessCalendar hours) {
        var byWork = runningSince == null ? null : hours.plus(runningSince, left(total()));
        var byDate = notAfter != null && (byWork == null || notAfter.isBefore(byWork));
        if (!breached) {
            dueAt = byDate ? notAfter : byWork;
        }
        if (rung == rungs().size()) {
            nextAt = null;
        } else if (byDate) {
            nextAt = rungByDate(Objects.requireNonNull(notAfter), hours);
        } else {
            nextAt = runningSince == null ? null : hours.plus(runningSince, left(steps().reached(rung, total())));
        }
    }

    /**
     * Of a clock that is due on a date, as much working time before it as the rung says, or after it. While it waits nobody is
     * warned: nothing is left undone.
     */
    private Instant rungByDate(Instant date, BusinessCalendar hours) {
        var offset = rungs().get(rung).offset();
        if (offset >= 0) {
            return hours.plus(date, Duration.ofMinutes(offset));
        }
        if (runningSince == null) {
            return date;
        }
        var until = date.isBefore(runningSince) ? Duration.ZERO : hours.workingTimeBetween(runningSince, date);
        var before = until.plusMinutes(offset);
        return hours.plus(runningSince, before.isNegative() ? Duration.ZERO : before);
    }

    /** The rungs that were reached before this moment and not climbed yet. */
    List<Climbed> climb(Instant now, BusinessCalendar hours) {
        var climbed = new ArrayList<Climbed>();
        while (nextAt != null && nextAt.isBefore(now)) {
            breached = breached || now.isAfter(Objects.requireNonNull(dueAt));
            climbed.add(new Climbed(rung + 1, rungs().get(rung), Objects.requireNonNull(dueAt)));
            rung++;
            schedule(hours);
        }
        return climbed;
    }

    ClockReading reading(Instant now, BusinessCalendar hours) {
        var used = consumed();
        if (runningSince != null && now.isAfter(runningSince)) {
            used = used.plus(hours.workingTimeBetween(runningSince, now));
        }
        return new ClockReading(
                kind,
                Objects.requireNonNull(startedAt),
                dueAt,
                notAfter,
                pausedSince,
                waitsUntil,
                stoppedAt,
                Math.floorDiv(remaining(used, now, hours).toSeconds(), 60L),
                state(now));
    }

    private Duration remaining(Duration used, Instant now, BusinessCalendar hours) {
        var left = total().minus(used);
        if (notAfter == null || !notAfter.equals(dueAt)) {
            return left;
        }
        var at = stoppedAt == null ? now : stoppedAt;
        var untilDate = at.isAfter(notAfter)
                ? hours.workingTimeBetween(notAfter, at).negated()
                : hours.workingTimeBetween(at, notAfter);
        return untilDate.compareTo(left) < 0 ? untilDate : left;
    }

    private ClockState state(Instant now) {
        if (breached || (stoppedAt == null && dueAt != null && now.isAfter(dueAt))) {
            return ClockState.BREACHED;
        }
        if (stoppedAt != null) {
            return ClockState.MET;
        }
        return pausedSince == null ? ClockState.RUNNING : ClockState.PAUSED;
    }

    /** Whether it is known to be over while nobody has done what it waits for. */
    boolean isOverdue() {
        return breached && stoppedAt == null;
    }

    boolean hasStarted() {
        return startedAt != null;
    }

    private Duration left(Duration until) {
        var left = until.minus(consumed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Duration total() {
        return Duration.ofMinutes(minutes);
    }

    private Duration consumed() {
        return Duration.of(consumedMicros, ChronoUnit.MICROS);
    }

    private Ladder steps() {
        return Ladder.parse(ladder);
    }

    private List<Rung> rungs() {
        return steps().rungs();
    }

    /** Who wonders about a due time finds what it was promised by. */
    Policy.Key promisedBy() {
        return new Policy.Key(policyId, policyRevision);
    }

    UUID caseId() {
        return caseId;
    }

    ClockKind kind() {
        return kind;
    }

    String calendar() {
        return calendar;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    @Nullable
    Instant nextAt() {
        return nextAt;
    }
}
