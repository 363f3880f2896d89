package org.huisheng.feedback.confirmation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.Ending;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.confirmation.Answer.Outcome;
import org.huisheng.feedback.link.LinkToken;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A question put to the stakeholder about one resolution of one case, answered at most once. */
@Entity
class Confirmation {

    @Id
    private String tokenHash;

    @Version
    private long version;

    private UUID caseId;

    /** Whose resolution it is: another case's if this one was merged into it. */
    private UUID about;

    private int attempt;

    /** Who held the link first; read by auditors in the table. */
    @SuppressWarnings("UnusedVariable")
    private String requestedBy;

    @SuppressWarnings("UnusedVariable")
    private Instant requestedAt;

    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @SuppressWarnings("UnusedVariable")
    private @Nullable Instant answeredAt;

    private byte @Nullable [] answerDigest;

    @NullUnmarked
    protected Confirmation() {}

    /** Where the question stands, as the stakeholder sees it. */
    enum State {
        OPEN,
        CONFIRMED,
        DISPUTED,
        EXPIRED,
        SUPERSEDED,
        /** Settled without an answer. */
        CLOSED
    }

    Confirmation(LinkToken token, Case matter, Case asked, Duration validity, Act act) {
        this.tokenHash = token.hash();
        this.caseId = matter.id();
        this.about = asked.id();
        this.attempt = asked.attempt();
        this.requestedBy = act.actor();
        this.requestedAt = act.at();
        this.expiresAt = act.at().plus(validity);
    }

    /** Asked for again by whoever is asked. */
    void renew(Duration validity, Act act) {
        expiresAt = act.at().plus(validity);
    }

    /** @param asked the case whose resolution the stakeholder is asked about now */
    State state(Case asked, Instant now) {
        if (outcome != null) {
            return State.valueOf(outcome.name());
        }
        if (isSupersededIn(asked)) {
            return State.SUPERSEDED;
        }
        return switch (asked.status()) {
            case CONFIRMED, CLOSED -> isOfDuplicate() ? openUntilExpiry(now) : settled(asked);
            case DISPUTED, IN_PROGRESS, WAITING, ASSIGNED -> State.DISPUTED;
            case RESOLVED, UNREACHABLE -> openUntilExpiry(now);
            case RECEIVED, MERGED -> State.SUPERSEDED;
        };
    }

    private State openUntilExpiry(Instant now) {
        return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
    }

    /** Answered another way, by telephone or through another link. */
    private static State settled(Case asked) {
        return asked.ending().filter(Ending.CONFIRMED::equals).isPresent() ? State.CONFIRMED : State.CLOSED;
    }

    private boolean isSupersededIn(Case asked) {
        return !about.equals(asked.id()) || attempt != asked.attempt();
    }

    /** What somebody else said of the same resolution is not this stakeholder's answer. */
    boolean isOfDuplicate() {
        return !about.equals(caseId);
    }

    /**
     * Takes the stakeholder's answer.
     *
     * @return false if the very same answer was given before
     * @throws Conflict if it comes too late or contradicts an earlier one
     */
    boolean answer(Answer answer, Case asked, Instant now) {
        if (outcome != null) {
            if (!Arrays.equals(answerDigest, answer.digest())) {
                throw new Conflict("already-answered");
            }
            return false;
        }
        if (isSupersededIn(asked)) {
            throw new Conflict("confirmation-superseded");
        }
        if (!now.isBefore(expiresAt)) {
            throw new Conflict("confirmation-expired");
        }
        outcome = answer.outcome();
        answeredAt = now;
        answerDigest = answer.digest();
        return true;
    }

    UUID about() {
        return about;
    }

    UUID caseId() {
        return caseId;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
