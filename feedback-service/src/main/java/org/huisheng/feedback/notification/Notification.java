package org.huisheng.feedback.notification;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.delivery.Channel;
import org.huisheng.feedback.delivery.Delivery;
import org.jspecify.annotations.NullUnmarked;

/** A stakeholder is to be asked about a resolution. */
@Entity
class Notification extends Delivery {

    private UUID caseId;
    private UUID about;
    private int attempt;

    /** How often the same was asked by the same channel before, of a contact that was another one. */
    @SuppressWarnings("UnusedVariable")
    private int turn;

    @NullUnmarked
    protected Notification() {}

    /** @param asked the case whose resolution it asks about */
    Notification(UUID id, Case matter, Case asked, Channel channel, int turn, Instant now) {
        super(id, channel, now);
        this.caseId = matter.id();
        this.about = asked.id();
        this.attempt = asked.attempt();
        this.turn = turn;
    }

    /** Whether the question is still open: neither answered nor about an earlier resolution. */
    boolean isWorthSending(Case matter, Case asked) {
        return about.equals(asked.id()) && attempt == asked.attempt() && asked.awaitsWordOf(matter);
    }

    UUID caseId() {
        return caseId;
    }

    int attempt() {
        return attempt;
    }
}
