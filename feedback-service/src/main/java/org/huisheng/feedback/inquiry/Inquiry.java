package org.huisheng.feedback.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.link.LinkToken;
import org.jspecify.annotations.NullUnmarked;

/** A link by which the stakeholder says what a department waits for. What they said is in the timeline, and only there. */
@Entity
class Inquiry {

    @Id
    private String tokenHash;

    private UUID caseId;

    /** The step of the case that asks. */
    private int step;

    /** Who held the link first; read by auditors in the table. */
    @SuppressWarnings("UnusedVariable")
    private String askedBy;

    @SuppressWarnings("UnusedVariable")
    private Instant askedAt;

    private Instant expiresAt;

    @NullUnmarked
    protected Inquiry() {}

    Inquiry(LinkToken token, UUID caseId, int step, Duration validity, Act act) {
        this.tokenHash = token.hash();
        this.caseId = caseId;
        this.step = step;
        this.askedBy = act.actor();
        this.askedAt = act.at();
        this.expiresAt = act.at().plus(validity);
    }

    /** Asked for again by whoever is asked. */
    void renew(Duration validity, Act act) {
        expiresAt = act.at().plus(validity);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    UUID caseId() {
        return caseId;
    }

    int step() {
        return step;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
