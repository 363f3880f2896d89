package org.huisheng.kit.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.huisheng.events.Topic;
import org.huisheng.kit.event.OutboxRows.Row;

/** The only place that writes to Kafka. */
final class KafkaPublisher implements AutoCloseable {

    // Above anything a request may carry: a record that could not be sent would hold up all behind it.
    private static final int LARGEST_MESSAGE = 8 * 1024 * 1024;

    private final KafkaProducer<String, byte[]> producer;

    KafkaPublisher(String bootstrapServers, int topicPartitions) throws InterruptedException {
        createTopics(bootstrapServers, topicPartitions);
        producer = new KafkaProducer<>(
                Map.ofEntries(
                        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                        // Never give up on a record that later ones of its key have followed: that would reorder them.
                        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE),
                        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000),
                        Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000),
                        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000),
                        // Until the flush, so that a round leaves as one request and not as many small ones.
                        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 1000),
                        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024),
                        Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_MESSAGE),
                        Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L * 1024 * 1024)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Sends the rows in order, pipelined, and waits for their acknowledgements.
     *
     * @return the rows Kafka has, a prefix of those given
     */
    List<Row> publish(List<Row> rows) throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(rows.size());
        try {
            for (var row : rows) {
                sent.add(producer.send(row.message()));
            }
        } catch (KafkaException noMetadata) {
            // The rest stays for the next round; stopping here keeps the order.
            if (sent.isEmpty()) {
                throw noMetadata;
            }
        }
        producer.flush();
        var acknowledged = 0;
        for (var ack : sent) {
            try {
                ack.get();
                acknowledged++;
            } catch (ExecutionException failed) {
                if (acknowledged == 0) {
                    throw new KafkaException(failed.getCause());
                }
                break;
            }
        }
        return rows.subList(0, acknowledged);
    }

    @Override
    public void close() {
        producer.close(Duration.ofMillis(500));
    }

    private static void createTopics(String bootstrapServers, int partitions) throws InterruptedException {
        var config = new HashMap<String, Object>();
        config.put("bootstrap.servers", bootstrapServers);
        config.put("default.api.timeout.ms", "10000");
        config.put("request.timeout.ms", "5000");
        try (var admin = Admin.create(config)) {
            var topics = Arrays.stream(Topic.values())
                    // The log is what scores can be rebuilt from: it is kept.
                    .map(topic -> new NewTopic(topic.wireName(), Optional.of(partitions), Optional.empty())
                            .configs(
                                    Map.of("retention.ms", "-1", "max.message.bytes", String.valueOf(LARGEST_MESSAGE))))
                    .toList();
            for (var creation : admin.createTopics(topics).values().values()) {
                try {
                    creation.get();
                } catch (ExecutionException failed) {
                    if (!(failed.getCause() instanceof TopicExistsException)) {
                        throw new KafkaException(failed.getCause());
                    }
                }
            }
        }
    }
}
