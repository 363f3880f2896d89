package org.huisheng.feedback.notice;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.delivery.Delivery;
import org.huisheng.kit.platform.Uuid7;
import org.jspecify.annotations.NullUnmarked;

/** Something a recipient is to be told. The address is read when it leaves, so that it is the present one. */
@Entity
class Notice extends Delivery {

    private UUID recipient;

    /** By which the database lets nobody be told twice. */
    @SuppressWarnings("UnusedVariable")
    private UUID cause;

    @Embedded
    private News news;

    @NullUnmarked
    protected Notice() {}

    /** @param cause what it is told of, which nobody is told twice */
    Notice(Recipient recipient, UUID cause, News news, Instant now) {
        super(Uuid7.at(now), recipient.reach().channel(), now);
        this.recipient = recipient.id();
        this.cause = cause;
        this.news = news;
    }

    UUID recipient() {
        return recipient;
    }

    News news() {
        return news;
    }
}
