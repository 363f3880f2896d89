package org.huisheng.kpi.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.huisheng.events.EventType;
import org.huisheng.kit.event.EventCodec;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.localstack.testing.RealKafka;

/** The other services' end of Kafka. */
public final class Road implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", RealKafka.bootstrapServers(), "acks", "all", "linger.ms", "50"),
            new StringSerializer(),
            new ByteArraySerializer());
    private final List<java.util.concurrent.Future<?>> sent = new ArrayList<>();

    public Road send(ReceivedEvent event) {
        var type = EventType.of(event.event());
        return send(
                type.topic().wireName(),
                event.event().aggregateId(),
                Map.of("ce_id", event.id().toString(), "ce_type", type.wireName(), "ce_specversion", "1.0"),
                EventCodec.encode(event.event()));
    }

    public Road sendRaw(String topic, String type, String json) {
        return send(
                topic,
                "poison",
                Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", type),
                json.getBytes(StandardCharsets.UTF_8));
    }

    public Road send(String topic, String key, Map<String, String> headers, byte[] value) {
        var record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        sent.add(producer.send(record));
        return this;
    }

    public void acknowledged() {
        for (var ack : sent) {
            try {
                ack.get();
            } catch (InterruptedException | ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
        }
        sent.clear();
    }

    /** Everything in a topic by now. */
    public static List<ConsumerRecord<String, byte[]>> contents(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RealKafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        acknowledged();
        producer.close();
    }
}
