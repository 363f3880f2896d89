package org.huisheng.feedback.override;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.OverrideOutcome;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One person's wish to settle a case in the stakeholder's stead; worth nothing until a second one agrees. */
@Entity
@IdClass(OverrideProposal.Key.class)
class OverrideProposal {

    record Key(UUID caseId, int number) {}

    enum Verdict {
        APPROVED,
        REFUSED,
        /** Nobody decided: the stakeholder spoke first, or the case went on. */
        VOID
    }

    @Id
    private UUID caseId;

    @Id
    private int number;

    @Version
    private long version;

    private int attempt;

    @Enumerated(EnumType.STRING)
    private OverrideOutcome outcome;

    private String reason;
    private String requestedBy;
    private Instant requestedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict verdict;

    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    @NullUnmarked
    protected OverrideProposal() {}

    OverrideProposal(Case matter, int number, OverrideOutcome outcome, String reason, Act act) {
        this.caseId = matter.id();
        this.number = number;
        this.attempt = matter.attempt();
        this.outcome = outcome;
        this.reason = reason;
        this.requestedBy = act.actor();
        this.requestedAt = act.at();
    }

    /**
     * @throws NotAllowed to whoever asked for it
     * @throws Conflict if it is decided, or is about a resolution that no longer counts
     */
    void decide(Verdict decision, Case matter, Act act) {
        if (act.actor().equals(requestedBy)) {
            throw new NotAllowed("second-person");
        }
        if (verdict == Verdict.APPROVED || verdict == Verdict.REFUSED) {
            throw new Conflict("override-decided");
        }
        if (verdict == Verdict.VOID || attempt != matter.attempt()) {
            throw new Conflict("override-superseded");
        }
        verdict = decision;
        decidedBy = act.actor();
        decidedAt = act.at();
    }

    void voidBy(String actor, Instant now) {
        verdict = Verdict.VOID;
        decidedBy = actor;
        decidedAt = now;
    }

    int number() {
        return number;
    }

    OverrideOutcome outcome() {
        return outcome;
    }

    String reason() {
        return reason;
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Optional<Verdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }
}
