package org.huisheng.feedback.notification;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.confirmation.ConfirmationLinks;
import org.huisheng.feedback.delivery.DeliverLetters;
import org.huisheng.feedback.delivery.Letter;
import org.huisheng.feedback.delivery.Outgoing;
import org.huisheng.feedback.inquiry.InquiryLinks;
import org.huisheng.feedback.intake.Stakeholder;
import org.huisheng.feedback.link.Link;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/** Has stakeholders asked, each try with a link of its own. */
@ApplicationScoped
class SendNotifications implements Outgoing<Notification> {

    private static final Logger LOG = Logger.getLogger(SendNotifications.class);
    private static final String ACTOR = "notifier";

    private final Notifications notifications;
    private final DeliverLetters deliver;
    private final Cases cases;
    private final ConfirmationLinks confirmations;
    private final InquiryLinks inquiries;

    SendNotifications(
            Notifications notifications,
            DeliverLetters deliver,
            Cases cases,
            ConfirmationLinks confirmations,
            InquiryLinks inquiries) {
        this.notifications = notifications;
        this.deliver = deliver;
        this.cases = cases;
        this.confirmations = confirmations;
        this.inquiries = inquiries;
    }

    @Scheduled(
            identity = "notifications",
            every = "${huisheng.notification.every:5s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Notifications wait", () -> deliver.sendDue(this));
    }

    @Override
    public Optional<Notification> due(Instant now) {
        return notifications.due(now);
    }

    @Override
    public Optional<Letter> letter(Notification notification, Instant now) {
        var matter = cases.require(notification.caseId());
        var topic = notification.topic();
        var act = new Act(ACTOR, now, null, null);
        return switch (topic.purpose()) {
            case AGREEMENT -> agreement(notification, matter, cases.asked(matter), act);
            case WORD -> word(notification, matter, Objects.requireNonNull(topic.inquiry()), act);
        };
    }

    /** While the question is open: neither answered nor about an earlier resolution. */
    private Optional<Letter> agreement(Notification notification, Case matter, Case asked, Act act) {
        return notification.topic().equals(Topic.agreement(asked)) && asked.awaitsWordOf(matter)
                ? letter(notification, matter.contactAbout(asked), () -> confirmations.make(matter, act))
                : Optional.empty();
    }

    /** While that step still waits. */
    private Optional<Letter> word(Notification notification, Case matter, int step, Act act) {
        return inquiries.awaited(matter).filter(awaited -> awaited == step).isPresent()
                ? letter(notification, matter.contactAbout(matter), () -> inquiries.make(matter, step, act))
                : Optional.empty();
    }

    /** To the contact of now: it may have been put right, or taken away, since it was asked for. */
    private static Optional<Letter> letter(
            Notification notification, Optional<Stakeholder> contact, Supplier<Link> link) {
        return Contacts.by(notification.channel(), contact).map(to -> Question.letter(notification, to, link.get()));
    }

    @Override
    public Notification require(UUID id) {
        return notifications.findById(id);
    }
}
