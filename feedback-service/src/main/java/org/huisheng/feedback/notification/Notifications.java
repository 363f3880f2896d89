package org.huisheng.feedback.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.delivery.Channel;
import org.huisheng.feedback.delivery.Delivery.State;

/** All notifications. */
@ApplicationScoped
class Notifications implements PanacheRepositoryBase<Notification, UUID> {

    private static final String SAME = "caseId = ?1 and topic.about = ?2 and topic.attempt = ?3"
            + " and topic.inquiry is not distinct from ?4 and channel = ?5";
    private static final int SHOWN = 100;
    private static final int SKIP_LOCKED = -2;

    /** One that nobody else is taking at this moment. */
    Optional<Notification> due(Instant now) {
        return find("state = ?1 and nextAttemptAt <= ?2 order by nextAttemptAt", State.PENDING, now)
                .page(Page.ofSize(1))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .firstResultOptional();
    }

    /** Whether a letter has still to leave, which goes to whatever contact there is then. */
    boolean isPending(Case whose, Topic topic, Channel channel) {
        return count(
                        SAME + " and state = ?6",
                        whose.id(),
                        topic.about(),
                        topic.attempt(),
                        topic.inquiry(),
                        channel,
                        State.PENDING)
                > 0;
    }

    /** How often it was asked by the channel so far. */
    int turns(Case whose, Topic topic, Channel channel) {
        return (int) count(SAME, whose.id(), topic.about(), topic.attempt(), topic.inquiry(), channel);
    }

    /** The latest first. */
    List<Notification> of(UUID caseId) {
        return find("caseId = ?1 order by requestedAt desc, channel, turn", caseId)
                .page(Page.ofSize(SHOWN))
                .list();
    }
}
