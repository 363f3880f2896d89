package org.huisheng.feedback.notice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.delivery.Delivery.State;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.jspecify.annotations.Nullable;

/** All notices. */
@ApplicationScoped
class Notices implements PanacheRepositoryBase<Notice, UUID> {

    private static final int SKIP_LOCKED = -2;
    private static final String DROP =
            "update versioned Notice set state = ?1, settledAt = ?2 where news.subject = ?3 and state = ?4";

    /** One that nobody else is taking at this moment. */
    Optional<Notice> due(Instant now) {
        return find("state = ?1 and nextAttemptAt <= ?2 order by nextAttemptAt", State.PENDING, now)
                .page(Page.ofSize(1))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .firstResultOptional();
    }

    void drop(UUID subject, Instant now) {
        update(DROP, State.DROPPED, now, subject, State.PENDING);
    }

    void drop(UUID subject, String department, Instant now) {
        update(DROP + " and news.department = ?5", State.DROPPED, now, subject, State.PENDING, department);
    }

    void drop(UUID subject, String department, Occasion occasion, Instant now) {
        update(
                DROP + " and news.department = ?5 and news.occasion = ?6",
                State.DROPPED,
                now,
                subject,
                State.PENDING,
                department,
                occasion);
    }

    void drop(UUID subject, Occasion occasion, Instant now) {
        update(DROP + " and news.occasion = ?5", State.DROPPED, now, subject, State.PENDING, occasion);
    }

    List<Notice> newest(@Nullable State state, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .equal("state", state)
                .below("requestedAt", after == null ? null : after.moment(), after);
        return find("from Notice " + conditions.where() + "order by requestedAt desc, id desc", conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }
}
