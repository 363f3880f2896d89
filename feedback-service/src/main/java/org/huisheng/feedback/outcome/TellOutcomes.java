package org.huisheng.feedback.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.jspecify.annotations.Nullable;

/** Writes what is to be told, has a second person read it, and takes it back. */
@ApplicationScoped
class TellOutcomes {

    private final Outcomes outcomes;
    private final Cases cases;
    private final Departments departments;
    private final WhatIsKnown whatIsKnown;
    private final CaseAccess access;
    private final OutcomeConfig config;
    private final Clock clock;

    TellOutcomes(
            Outcomes outcomes,
            Cases cases,
            Departments departments,
            WhatIsKnown whatIsKnown,
            CaseAccess access,
            OutcomeConfig config,
            Clock clock) {
        this.outcomes = outcomes;
        this.cases = cases;
        this.departments = departments;
        this.whatIsKnown = whatIsKnown;
        this.access = access;
        this.config = config;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Drafted(Outcome outcome, boolean isNew) {}

    @Transactional
    Drafted draft(@Nullable UUID chosenId, UUID caseId, Told told) {
        outcomes.inTurn(caseId);
        var known = chosenId == null ? null : outcomes.findById(chosenId);
        if (known != null) {
            if (!known.wasMadeOf(caseId, told)) {
                throw new Conflict("outcome-differs", known.id());
            }
            return new Drafted(known, false);
        }
        var matter = cases.require(caseId);
        var now = clock.instant();
        var outcome = new Outcome(chosenId == null ? Uuid7.at(now) : chosenId, matter, told, access.actor(), now);
        if (outcomes.isTold(caseId)) {
            throw new Conflict("outcome-exists", caseId);
        }
        requireNobodyIn(told, matter);
        outcomes.persistAndFlush(outcome);
        return new Drafted(outcome, true);
    }

    @Transactional
    Outcome rewrite(UUID id, @Nullable Long expected, Told told) {
        var outcome = outcomes.require(id);
        outcome.verify(expected);
        outcome.rewrite(told, access.actor());
        requireNobodyIn(told, cases.require(outcome.caseId()));
        outcomes.flush();
        return outcome;
    }

    /** What is known may have become more since the draft was written. */
    @Transactional
    Outcome approve(UUID id, @Nullable Long expected) {
        var outcome = outcomes.require(id);
        var matter = cases.require(outcome.caseId());
        access.requireOutsider(matter);
        outcome.verify(expected);
        var enough = config.threshold(outcome.side());
        outcome.publish(access.actor(), outcomes.alike(outcome, enough) >= enough, clock.instant());
        requireNobodyIn(outcome.told(), matter);
        outcomes.flush();
        return outcome;
    }

    @Transactional
    Outcome withdraw(UUID id, @Nullable Long expected, String reason) {
        var outcome = outcomes.require(id);
        outcome.verify(expected);
        outcome.withdraw(access.actor(), reason, clock.instant());
        outcomes.flush();
        return outcome;
    }

    private void requireNobodyIn(Told told, Case matter) {
        var violations = Identifying.in(told.texts(), whatIsKnown.about(matter));
        if (!violations.isEmpty()) {
            throw new RuleViolated(violations);
        }
    }

    @Transactional
    Outcome read(UUID id) {
        return outcomes.require(id);
    }

    @Transactional
    List<Outcome> latest(@Nullable OutcomeStatus status, @Nullable Keyset after, int limit) {
        return outcomes.latest(status, after, limit);
    }

    @Transactional
    List<PublicOutcome> published(@Nullable Side side, @Nullable Keyset after, int limit) {
        return outcomes.published(side, after, limit).stream()
                .map(outcome -> PublicOutcome.of(
                        outcome, outcome.isNamed() ? departments.findById(outcome.department()) : null))
                .toList();
    }
}
