package org.huisheng.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RealKafkaTest {

    @Test
    void keeps_acknowledged_records_over_a_kill() throws Exception {
        var topic = topic("killed");
        send(topic, "故障抢修很快");

        RealKafka.broker().kill();
        RealKafka.broker().start();

        assertThat(read(topic)).containsExactly("故障抢修很快");
    }

    @Test
    void keeps_acknowledged_records_over_a_stop() throws Exception {
        var topic = topic("stopped");
        send(topic, "first");

        RealKafka.broker().stop();
        RealKafka.broker().start();
        send(topic, "second");

        assertThat(read(topic)).containsExactly("first", "second");
    }

    private static String topic(String name) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", RealKafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
        return name;
    }

    private static void send(String topic, String text) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", RealKafka.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, text)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(String topic) {
        var partition = new TopicPartition(topic, 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", RealKafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(30)).records(partition).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }
}
