package org.huisheng.feedback.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.kit.platform.Uuid7;

/** Has whoever can be reached asked whether they agree. */
@ApplicationScoped
public class AskStakeholder {

    private final Notifications notifications;

    AskStakeholder(Notifications notifications) {
        this.notifications = notifications;
    }

    /** In the transaction of the resolution: what was resolved is asked about, whatever happens then. */
    @Transactional(TxType.MANDATORY)
    public void about(Case matter, Act act) {
        for (var channel : Channel.to(matter.intake().stakeholder())) {
            notifications.persist(new Notification(Uuid7.at(act.at()), matter, channel, act.at()));
        }
    }
}
