package org.huisheng.feedback.notification;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.confirmation.ConfirmationLinks;
import org.huisheng.feedback.delivery.DeliverLetters;
import org.huisheng.feedback.delivery.Letter;
import org.huisheng.feedback.delivery.Outgoing;
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
    private final ConfirmationLinks links;

    SendNotifications(Notifications notifications, DeliverLetters deliver, Cases cases, ConfirmationLinks links) {
        this.notifications = notifications;
        this.deliver = deliver;
        this.cases = cases;
        this.links = links;
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
        var asked = cases.asked(matter);
        if (!notification.isWorthSending(matter, asked)) {
            return Optional.empty();
        }
        // The contact of now: it may have been put right, or taken away, since it was asked for.
        return Contacts.by(notification.channel(), matter.contactAbout(asked))
                .map(to -> Question.letter(notification, to, links.make(matter, new Act(ACTOR, now, null, null))));
    }

    @Override
    public Notification require(UUID id) {
        return notifications.findById(id);
    }
}
