package org.huisheng.feedback.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due, at least once. Taking a letter and sending it are two transactions, so that no road is waited for with
 * a connection in hand; whoever dies in between leaves it to be due again. One is taken at a time: behind a road that hangs
 * none waits so long that another instance takes it, too.
 */
@ApplicationScoped
public class DeliverLetters {

    private static final Logger LOG = Logger.getLogger(DeliverLetters.class);

    private final Notifiers notifiers;
    private final DeliveryConfig config;
    private final Clock clock;

    DeliverLetters(Notifiers notifiers, DeliveryConfig config, Clock clock) {
        this.notifiers = notifiers;
        this.config = config;
        this.clock = clock;
    }

    /** @param letter null when nobody needed it any more */
    private record Taken(@Nullable Letter letter) {}

    public <D extends Delivery> void sendDue(Outgoing<D> outgoing) {
        for (var next = take(outgoing); next.isPresent(); next = take(outgoing)) {
            var letter = next.get().letter();
            if (letter != null) {
                send(letter, outgoing);
            }
        }
    }

    private <D extends Delivery> Optional<Taken> take(Outgoing<D> outgoing) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.instant();
            return outgoing.due(now).map(delivery -> {
                var letter = outgoing.letter(delivery, now);
                letter.ifPresentOrElse(_ -> delivery.take(now, config.retryPause()), () -> delivery.drop(now));
                return new Taken(letter.orElse(null));
            });
        });
    }

    private void send(Letter letter, Outgoing<?> outgoing) {
        boolean left;
        try {
            left = notifiers.of(letter.channel()).send(letter);
        } catch (RuntimeException failure) {
            var reason = NotTaken.reasonOf(failure);
            LOG.warnf("Letter %s was not taken: %s", letter.id(), reason);
            settle(outgoing, letter.id(), each -> each.failed(reason, config.mostTries(), clock.instant()));
            return;
        }
        settle(outgoing, letter.id(), each -> {
            if (left) {
                each.sent(clock.instant());
            } else {
                each.notSent(clock.instant());
            }
        });
    }

    private static void settle(Outgoing<?> outgoing, UUID id, Consumer<Delivery> how) {
        QuarkusTransaction.requiringNew().run(() -> how.accept(outgoing.require(id)));
    }
}
