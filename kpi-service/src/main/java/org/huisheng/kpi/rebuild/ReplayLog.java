package org.huisheng.kpi.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.events.Topic;
import org.huisheng.kit.event.EventConsumption;
import org.huisheng.kpi.observation.RecordObservations;

/**
 * Goes through all events there were when it began, the same way they come in every day. What is known already changes
 * nothing, so only what was missing is added.
 */
@ApplicationScoped
class ReplayLog {

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int RECORDS_AT_ONCE = 2000;

    private final String bootstrapServers;
    private final EventConsumption consumption;
    private final RecordObservations recordObservations;

    ReplayLog(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            EventConsumption consumption,
            RecordObservations recordObservations) {
        this.bootstrapServers = bootstrapServers;
        this.consumption = consumption;
        this.recordObservations = recordObservations;
    }

    /** @param progress is told how many records were gone through since it was last told */
    void replay(LongConsumer progress) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = Stream.of(Topic.SURVEY, Topic.FEEDBACK)
                    .flatMap(topic -> consumer.partitionsFor(topic.wireName()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!hasReached(consumer, ends)) {
                var records = consumer.poll(WAIT);
                if (!records.isEmpty()) {
                    consumption.consume(records, recordObservations::record);
                    progress.accept(records.count());
                }
            }
        }
    }

    private static boolean hasReached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** No group: nothing is committed, and the everyday consumers go on undisturbed. */
    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                RECORDS_AT_ONCE);
    }
}
