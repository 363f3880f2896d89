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
import org.huisheng.feedback.inquiry.InquiryLinks;
import org.huisheng.feedback.intake.Stakeholder;
import org.huisheng.kit.platform.Uuid7;

/** Has whoever can be reached asked: whether they agree, or for what a department waits for. */
@ApplicationScoped
public class AskStakeholder {

    private final Notifications notifications;
    private final Cases cases;
    private final InquiryLinks inquiries;

    AskStakeholder(Notifications notifications, Cases cases, InquiryLinks inquiries) {
        this.notifications = notifications;
        this.cases = cases;
        this.inquiries = inquiries;
    }

    /** In the transaction of the resolution, whoever brought the case or a duplicate of it: what was resolved is asked about, whatever happens then. */
    @Transactional(TxType.MANDATORY)
    public void about(Case matter, Act act) {
        ask(matter, matter, act);
        cases.duplicatesOf(matter.id()).forEach(duplicate -> ask(duplicate, matter, act));
    }

    /** In the transaction of the step that waits for them: whoever brought the case, whose own words are wanted. */
    @Transactional(TxType.MANDATORY)
    public void forWord(Case matter, int step, Act act) {
        var topic = Topic.word(matter, step);
        Contacts.of(matter.contactAbout(matter)).forEach(channel -> ask(matter, topic, channel, 0, act));
    }

    private void ask(Case whose, Case asked, Act act) {
        var topic = Topic.agreement(asked);
        Contacts.of(whose.contactAbout(asked)).forEach(channel -> ask(whose, topic, channel, 0, act));
    }

    private void ask(Case whose, Topic topic, Channel channel, int turn, Act act) {
        notifications.persist(new Notification(Uuid7.at(act.at()), whose, topic, channel, turn, act.at()));
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
        if (asked.awaitsWordOf(whose)) {
            elsewhere(whose, Topic.agreement(asked), whose.contactAbout(asked), before, act);
        } else {
            inquiries
                    .awaited(whose)
                    .ifPresent(
                            step -> elsewhere(whose, Topic.word(whose, step), whose.contactAbout(whose), before, act));
        }
    }

    private void elsewhere(
            Case whose, Topic topic, Optional<Stakeholder> contact, Optional<Stakeholder> before, Act act) {
        for (var channel : Contacts.of(contact)) {
            var moved = !Objects.equals(Contacts.by(channel, contact), Contacts.by(channel, before));
            if (moved && !notifications.isPending(whose, topic, channel)) {
                ask(whose, topic, channel, notifications.turns(whose, topic, channel), act);
            }
        }
    }
}
