package org.huisheng.kit.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.huisheng.events.EventType;
import org.huisheng.kit.platform.DatabaseOutage;
import org.huisheng.kit.trace.Tracing;
import org.jboss.logging.Logger;

/**
 * Runs a handler over a polled batch in one transaction. Returns only when every record is either handled or a dead
 * letter, both committed: the offset, committed after that, can never run ahead of the data.
 */
@ApplicationScoped
public class EventConsumption {

    private static final Logger LOG = Logger.getLogger(EventConsumption.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DeadLetters deadLetters;
    private final Tracing tracing;
    private final MeterRegistry metrics;
    private final Counter consumed;

    // When each batch in hand was begun: while a consumer is stuck, Kafka's own figures stand still.
    private final Queue<Long> begun = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    EventConsumption(DeadLetters deadLetters, Tracing tracing, MeterRegistry metrics) {
        this.deadLetters = deadLetters;
        this.tracing = tracing;
        this.metrics = metrics;
        this.consumed = metrics.counter("huisheng.consumer.records");
    }

    /** At the start: a figure that appears with the first batch is none until then. */
    void register(@Observes StartupEvent event) {
        metrics.gauge("huisheng.consumer.busy.seconds", this, EventConsumption::longestInHand);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** @param handler must be idempotent; it is called inside a transaction, again for each part after a failure */
    public void consume(ConsumerRecords<String, byte[]> records, Consumer<List<ReceivedEvent>> handler) {
        var all = new ArrayList<ConsumerRecord<String, byte[]>>(records.count());
        records.forEach(all::add);
        measured(all, records.count(), handler);
    }

    /** Only events of some types; of the others, which may be very many, no more than the header is looked at. */
    public void consume(
            ConsumerRecords<String, byte[]> records, Set<EventType> wanted, Consumer<List<ReceivedEvent>> handler) {
        var names = wanted.stream().map(EventType::wireName).collect(Collectors.toSet());
        var some = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var record : records) {
            var type = EventCodec.header(record, "ce_type");
            if (type != null && names.contains(type)) {
                some.add(record);
            }
        }
        measured(some, records.count(), handler);
    }

    /** @param seen how many records there were, of which some may be nobody's business here */
    private void measured(List<ConsumerRecord<String, byte[]>> some, int seen, Consumer<List<ReceivedEvent>> handler) {
        var since = Long.valueOf(System.nanoTime());
        begun.add(since);
        try {
            if (!some.isEmpty()) {
                consume(some, handler);
            }
            consumed.increment(seen);
        } finally {
            begun.remove(since);
        }
    }

    private double longestInHand() {
        var now = System.nanoTime();
        return begun.stream().mapToLong(since -> now - since).max().orElse(0) / 1e9;
    }

    private void consume(List<ConsumerRecord<String, byte[]>> all, Consumer<List<ReceivedEvent>> handler) {
        try {
            traced(all, () -> untilDatabaseAnswers(() -> handle(all, handler)));
        } catch (RuntimeException refused) {
            if (DatabaseOutage.isPassing(refused)) {
                throw refused;
            }
            LOG.warnf(refused, "A batch of %d was refused; going through it one by one", all.size());
            for (var record : all) {
                traced(List.of(record), () -> handleAlone(record, handler));
            }
        }
    }

    private void traced(List<ConsumerRecord<String, byte[]>> records, Runnable work) {
        tracing.following(
                records.getFirst().topic(), records, record -> EventCodec.header(record, EventCodec.TRACE), work);
    }

    private void handle(List<ConsumerRecord<String, byte[]>> records, Consumer<List<ReceivedEvent>> handler) {
        QuarkusTransaction.requiringNew().run(() -> {
            var events = new ArrayList<ReceivedEvent>(records.size());
            for (var record : records) {
                try {
                    events.add(EventCodec.decode(record));
                } catch (UnreadableEvent unreadable) {
                    putAside(record, unreadable);
                }
            }
            if (!events.isEmpty()) {
                handler.accept(events);
            }
        });
    }

    private void handleAlone(ConsumerRecord<String, byte[]> record, Consumer<List<ReceivedEvent>> handler) {
        try {
            untilDatabaseAnswers(() -> handle(List.of(record), handler));
        } catch (RuntimeException poison) {
            if (DatabaseOutage.isPassing(poison)) {
                throw poison; // shutting down: the record stays unacknowledged and comes again
            }
            untilDatabaseAnswers(() -> QuarkusTransaction.requiringNew().run(() -> putAside(record, poison)));
        }
    }

    private void putAside(ConsumerRecord<String, byte[]> record, RuntimeException cause) {
        var unreadable = cause instanceof UnreadableEvent;
        var reason = unreadable ? cause.getMessage() : cause.getClass().getSimpleName();
        // What is wrong with an unreadable record is said in its reason; anything else is a fault of ours to be traced.
        LOG.errorf(
                unreadable ? null : cause,
                "Dead letter: %s-%d@%d, %s",
                record.topic(),
                record.partition(),
                record.offset(),
                reason);
        deadLetters.put(record, String.valueOf(reason));
    }

    private void untilDatabaseAnswers(Runnable work) {
        var pause = Duration.ofMillis(100);
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException failure) {
                if (!DatabaseOutage.isPassing(failure) || stopping) {
                    throw failure;
                }
                LOG.warnf("Database does not answer, trying again in %s", pause);
                sleep(pause, failure);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    private static void sleep(Duration pause, RuntimeException failure) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopRequested) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
