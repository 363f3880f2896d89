package org.huisheng.feedback.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Objects;
import java.util.Optional;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.delivery.Channel;
import org.huisheng.feedback.intake.Stakeholder;
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
        Contacts.of(whose.contactAbout(asked)).forEach(channel -> ask(whose, asked, channel, 0, act));
    }

    private void ask(Case whose, Case asked, Channel channel, int turn, Act act) {
        notifications.persist(new Notification(Uuid7.at(act.at()), whose, asked, channel, turn, act.at()));
    }

    /**
     * In the transaction that wrote down another contact, where that is a new one and a word is waited for. A letter that
     * has not left goes to the new contact anyway.
     *
     * @param before where letters went until now
     */
    @Transactional(TxType.MANDATORY)
    public void elsewhere(Case whose, Optional<Stakeholder> before, Act act) {
        var asked = cases.asked(whose);
        if (!asked.awaitsWordOf(whose)) {
            return;
        }
        var contact = whose.contactAbout(asked);
        for (var channel : Contacts.of(contact)) {
            var moved = !Objects.equals(Contacts.by(channel, contact), Contacts.by(channel, before));
            if (moved && !notifications.isPending(whose, asked, channel)) {
                ask(whose, asked, channel, notifications.turns(whose, asked, channel), act);
            }
        }
    }
}
