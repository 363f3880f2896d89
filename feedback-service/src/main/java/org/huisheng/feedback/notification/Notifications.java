package org.huisheng.feedback.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All notifications. */
@ApplicationScoped
class Notifications implements PanacheRepositoryBase<Notification, UUID> {

    private static final int SHOWN = 100;
    private static final int SKIP_LOCKED = -2;

    /** Those nobody else is taking at this moment. */
    List<Notification> due(Instant now, int limit) {
        return find("state = ?1 and nextAttemptAt <= ?2 order by nextAttemptAt", Notification.State.PENDING, now)
                .page(Page.ofSize(limit))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .list();
    }

    List<Notification> of(UUID caseId) {
        return find("caseId = ?1 order by attempt desc, channel", caseId)
                .page(Page.ofSize(SHOWN))
                .list();
    }
}
