package org.huisheng.bench.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.events.EventType;
import org.huisheng.events.IntegrationEvent;
import org.huisheng.kit.event.EventCodec;
import org.huisheng.kit.platform.Uuid7;
import org.jspecify.annotations.Nullable;

/** The survey events in Kafka, seen from the writing end: records like those of survey-service's relay, byte for byte. */
public final class EventLog implements AutoCloseable {

    private static final String SOURCE = "/huisheng/survey-service";

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private EventLog(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    public static EventLog of(BenchStack stack) throws IOException {
        // Nobody reads the client's log here.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        return new EventLog(new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka(), "acks", "all", "linger.ms", "5", "batch.size", "262144"),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    /** A month of them, in order. Returns when Kafka has them all. */
    public void fill(SurveyEvents events, int count) throws IOException {
        for (var number = 0; number < count; number++) {
            send(events.next(events.moment((number + 1.0) / count)));
        }
        flush();
    }

    void send(IntegrationEvent event) {
        // Who sends is told of a failure at the next flush.
        var unused = producer.send(message(Uuid7.at(event.occurredAt()), event, Instant.now()), (kept, refused) -> {
            if (refused != null) {
                failure.compareAndSet(null, refused);
            }
        });
    }

    void flush() throws IOException {
        producer.flush();
        var refused = failure.get();
        if (refused != null) {
            throw new IOException("Kafka did not take an event", refused);
        }
    }

    static ProducerRecord<String, byte[]> message(UUID id, IntegrationEvent event, Instant now) {
        var type = EventType.of(event);
        var occurred = event.occurredAt();
        var message = new ProducerRecord<>(
                type.topic().wireName(),
                null,
                (occurred.isBefore(now) ? occurred : now).toEpochMilli(),
                event.aggregateId(),
                EventCodec.encode(event));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", id.toString());
        header(message, "ce_source", SOURCE);
        header(message, "ce_type", type.wireName());
        header(message, "ce_subject", event.aggregateId());
        header(message, "ce_time", occurred.toString());
        header(message, "content-type", "application/json");
        return message;
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
