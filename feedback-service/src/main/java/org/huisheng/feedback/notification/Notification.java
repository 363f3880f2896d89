package org.huisheng.feedback.notification;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.delivery.Channel;
import org.huisheng.feedback.delivery.Delivery;
import org.jspecify.annotations.NullUnmarked;

/** A stakeholder is to be asked. */
@Entity
class Notification extends Delivery {

    private UUID caseId;

    @Embedded
    private Topic topic;

    /** How often the same was asked by the same channel before, of a contact that was another one. */
    @SuppressWarnings("UnusedVariable")
    private int turn;

    @NullUnmarked
    protected Notification() {}

    Notification(UUID id, Case matter, Topic topic, Channel channel, int turn, Instant now) {
        super(id, channel, now);
        this.caseId = matter.id();
        this.topic = topic;
        this.turn = turn;
    }

    UUID caseId() {
        return caseId;
    }

    Topic topic() {
        return topic;
    }
}
