package org.huisheng.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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
import org.huisheng.localstack.postgres.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A backup of real servers and back, told in order because starting them takes seconds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupTest {

    private static final int PORT = 19_680;
    private static final int OTHER_PORT = 19_690;
    private static final int EVENTS = 500;
    private static final TopicPartition LOG = new TopicPartition("events", 0);

    @TempDir
    static Path folder;

    private static Launcher launcher;
    private static Path data;
    private static Path elsewhere;

    @BeforeAll
    static void bring_up() throws Exception {
        launcher = new Launcher(StandInProject.in(folder).root());
        data = folder.resolve("the data");
        elsewhere = folder.resolve("else where/restored");
        assertSucceeds(up(PORT, data));
        execute(data, "create table kept as select generate_series(1, 1000) as value");
        publish();
    }

    @AfterAll
    static void bring_down() {
        launcher.run("down", "--data", data.toString());
        launcher.run("down", "--data", elsewhere.toString());
    }

    @Test
    @Order(1)
    void a_running_stack_is_refused_and_goes_on() throws SQLException, IOException {
        var outcome = launcher.run("backup", backup("refused").toString(), "--data", data.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).startsWith("A stack runs on " + data).contains("./huisheng down", "--pause");
        assertThat(backup("refused")).doesNotExist();
        assertThat(sum(data)).isEqualTo(500_500);
    }

    @Test
    @Order(2)
    void a_stack_that_pauses_goes_on_with_the_same_options() throws SQLException, IOException {
        var before = RunRecord.read(new DataDirectory(data)).orElseThrow();

        assertSucceeds(launcher.run("backup", backup("paused").toString(), "--pause", "--data", data.toString()));

        var after = RunRecord.read(new DataDirectory(data)).orElseThrow();
        assertThat(backup("paused")).exists();
        assertThat(after.supervisor()).isNotEqualTo(before.supervisor());
        assertThat(after.options()).isEqualTo(before.options());
        assertThat(after.processes()).containsOnlyKeys("postgres", "kafka");
        assertThat(sum(data)).isEqualTo(500_500);
    }

    @Test
    @Order(3)
    void the_release_we_say_is_the_one_that_wrote_the_data() throws IOException {
        assertThat(data.resolve("postgres/data/PG_VERSION")).hasContent(PostgresServer.MAJOR_VERSION);
        assertThat(LastStart.read(new DataDirectory(data)).orElseThrow().huisheng())
                .isEqualTo(Release.version())
                .matches("\\d+\\.\\d+.*");
    }

    @Test
    @Order(4)
    void rows_and_records_are_there_after_a_restore_to_another_path_and_port() throws Exception {
        execute(data, "insert into kept values (1000000)");
        assertSucceeds(launcher.run("down", "--data", data.toString()));
        assertSucceeds(launcher.run("backup", backup("cold").toString(), "--data", data.toString()));

        assertSucceeds(launcher.run("restore", backup("cold").toString(), "--data", elsewhere.toString()));
        assertSucceeds(up(OTHER_PORT, elsewhere));

        assertThat(sum(elsewhere)).isEqualTo(1_500_500);
        assertThat(events(elsewhere)).hasSize(EVENTS).startsWith("event 0").endsWith("event " + (EVENTS - 1));
        assertThat(Files.readString(elsewhere.resolve("secrets.json")))
                .isEqualTo(Files.readString(data.resolve("secrets.json")));
    }

    @Test
    @Order(5)
    void a_running_stack_is_never_restored_over() {
        var outcome = launcher.run("restore", backup("paused").toString(), "--data", elsewhere.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("is not empty; a restore replaces nothing");
    }

    @Test
    @Order(6)
    void the_pause_took_everything_that_was_committed_before_it() throws SQLException, IOException {
        var third = folder.resolve("third");
        launcher.run("down", "--data", elsewhere.toString());

        assertSucceeds(launcher.run("restore", backup("paused").toString(), "--data", third.toString()));
        assertSucceeds(up(OTHER_PORT, third));
        try {
            assertThat(sum(third)).isEqualTo(500_500);
            assertThat(events(third)).hasSize(EVENTS);
        } finally {
            launcher.run("down", "--data", third.toString());
        }
    }

    private static Launcher.Outcome up(int port, Path data) {
        return launcher.run(
                "up", "--detach", "--infrastructure-only", "--port", String.valueOf(port), "--data", data.toString());
    }

    private static void assertSucceeds(Launcher.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    private static Path backup(String name) {
        return folder.resolve(name + ".zip");
    }

    private static void execute(Path data, String sql) throws SQLException, IOException {
        var postgres = stack(data).path("postgres");
        try (var connection = DriverManager.getConnection(
                        postgres.path("url").asText() + "kpi",
                        postgres.path("user").asText(),
                        postgres.path("password").asText());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long sum(Path data) throws SQLException, IOException {
        var postgres = stack(data).path("postgres");
        try (var connection = DriverManager.getConnection(
                        postgres.path("url").asText() + "kpi",
                        postgres.path("user").asText(),
                        postgres.path("password").asText());
                var rows = connection.createStatement().executeQuery("select sum(value) from kept")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void publish() throws Exception {
        var servers = stack(data).at("/kafka/bootstrapServers").asText();
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(LOG.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"), new StringSerializer(), new StringSerializer())) {
            for (var number = 0; number < EVENTS; number++) {
                producer.send(new ProducerRecord<>(LOG.topic(), "event " + number))
                        .get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static List<String> events(Path data) throws IOException {
        var servers = stack(data).at("/kafka/bootstrapServers").asText();
        List<String> events = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(LOG));
            consumer.seekToBeginning(List.of(LOG));
            var end = consumer.endOffsets(List.of(LOG)).get(LOG);
            while (consumer.position(LOG) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(each -> events.add(each.value()));
            }
        }
        return events;
    }

    private static JsonNode stack(Path data) throws IOException {
        return Json.MAPPER.readTree(data.resolve("stack.json").toFile());
    }
}
