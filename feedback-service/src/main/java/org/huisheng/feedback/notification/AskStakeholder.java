package org.huisheng.feedback.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.kit.platform.Uuid7;

/** Has whoever can be reached asked whether they agree. */
@ApplicationScoped
public class AskStakeholder {

    private final Notifications notifications;
    private final Cases cases;

    AskStakeholder(Notifications notifications, Cases cases) {
        this.notifications = notifications;
        this.cases = cases;
    }

    /** In the transaction of the resolution, whoever brought the case or a duplicate of it: what was resolved is asked about, whatever happens then. */
    @Transactional(TxType.MANDATORY)
    public void about(Case matter, Act act) {
        ask(matter, matter, act);
        cases.duplicatesOf(matter.id()).forEach(duplicate -> ask(duplicate, matter, act));
    }

    private void ask(Case whose, Case asked, Act act) {
        for (var channel : Contacts.of(whose.intake().stakeholder())) {
            notifications.persist(new Notification(Uuid7.at(act.at()), whose, asked, channel, act.at()));
        }
    }
}
