package org.huisheng.survey;

import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service has told the others. */
public final class SurveyEvents {

    private SurveyEvents() {}

    /** All there are now, so that one too many is seen. */
    public static List<CloudEvent> all() {
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        var found = new ArrayList<CloudEvent>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers),
                new StringDeserializer(),
                new CloudEventDeserializer())) {
            var partitions = consumer.partitionsFor("huisheng.survey").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> found.add(record.value()));
                return partitions.stream().allMatch(one -> consumer.position(one) >= ends.get(one));
            });
        }
        return found;
    }

    /** Those of a type that speak of something. */
    public static List<CloudEvent> of(String type, String about) {
        return all().stream()
                .filter(event -> event.getType().equals(type) && data(event).contains(about))
                .toList();
    }

    public static String data(CloudEvent event) {
        return new String(Objects.requireNonNull(event.getData()).toBytes(), StandardCharsets.UTF_8);
    }
}
