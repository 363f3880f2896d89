package org.huisheng.feedback.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.casework.Cases;

/** What was sent about a case. */
@ApplicationScoped
class ReadNotifications {

    private final Cases cases;
    private final Notifications notifications;

    ReadNotifications(Cases cases, Notifications notifications) {
        this.cases = cases;
        this.notifications = notifications;
    }

    @Transactional
    List<Notification> of(UUID caseId) {
        return notifications.of(cases.require(caseId).id());
    }
}
