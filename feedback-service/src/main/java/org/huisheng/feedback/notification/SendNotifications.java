package org.huisheng.feedback.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.confirmation.ConfirmationLinks;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/**
 * Sends what is due, at least once. Taking a notification and sending it are two transactions, so that no road is waited
 * for with a connection in hand; whoever dies in between leaves it to be due again.
 */
@ApplicationScoped
class SendNotifications {

    private static final Logger LOG = Logger.getLogger(SendNotifications.class);
    private static final int AT_ONCE = 50;
    private static final String ACTOR = "notifier";

    private final Notifications notifications;
    private final Notifiers notifiers;
    private final NotificationConfig config;
    private final Cases cases;
    private final ConfirmationLinks links;
    private final Clock clock;

    SendNotifications(
            Notifications notifications,
            Notifiers notifiers,
            NotificationConfig config,
            Cases cases,
            ConfirmationLinks links,
            Clock clock) {
        this.notifications = notifications;
        this.notifiers = notifiers;
        this.config = config;
        this.cases = cases;
        this.links = links;
        this.clock = clock;
    }

    @Scheduled(
            identity = "notifications",
            every = "${huisheng.notification.every:5s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Notifications wait", () -> {
            var taken = AT_ONCE;
            while (taken == AT_ONCE) {
                var round = take(clock.instant());
                taken = round.size();
                round.stream().flatMap(List::stream).forEach(this::send);
            }
        });
    }

    /** One list per notification taken: empty when nobody needs it any more. */
    private List<List<Letter>> take(Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> notifications.due(now, AT_ONCE).stream()
                        .map(each -> letter(each, now).toList())
                        .toList());
    }

    private Stream<Letter> letter(Notification notification, Instant now) {
        var matter = cases.require(notification.caseId());
        if (!notification.isWorthSending(matter, cases.asked(matter))) {
            notification.drop(now);
            return Stream.empty();
        }
        notification.take(now, config.retryPause());
        var link = links.make(matter, new Act(ACTOR, now, null, null));
        var to = Objects.requireNonNull(
                notification.channel().contact(matter.intake().stakeholder()), "asked for because there is one");
        return Stream.of(Question.letter(notification, to, link));
    }

    private void send(Letter letter) {
        try {
            notifiers.of(letter.channel()).send(letter);
        } catch (RuntimeException failure) {
            var reason = NotTaken.reasonOf(failure);
            LOG.warnf("Notification %s was not taken: %s", letter.id(), reason);
            settle(letter.id(), each -> each.failed(reason, config.mostTries(), clock.instant()));
            return;
        }
        settle(letter.id(), each -> each.sent(clock.instant()));
    }

    private void settle(UUID id, Consumer<Notification> how) {
        QuarkusTransaction.requiringNew().run(() -> how.accept(notifications.findById(id)));
    }
}
