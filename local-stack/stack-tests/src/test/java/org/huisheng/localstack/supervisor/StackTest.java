package org.huisheng.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.localstack.process.LoopbackPorts;
import org.huisheng.localstack.process.ProcessIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of one stack, told in order because starting one takes seconds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackTest {

    private static final int PORT = 19_480;
    private static final Duration SECONDS = Duration.ofSeconds(15);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static Launcher launcher;
    private static Path data;

    @BeforeAll
    static void bring_up() {
        launcher = new Launcher(StandInProject.in(folder).root());
        data = folder.resolve("the data");

        var outcome = up(PORT);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("http://127.0.0.1:" + PORT + "/q/swagger-ui", "liaison-dist");
    }

    @AfterAll
    static void bring_down() {
        launcher.run("down", "--data", data.toString());
    }

    @Test
    @Order(1)
    void keeps_its_secrets_to_its_owner() throws IOException {
        assertThat(mode(data)).isEqualTo("rwx------");
        assertThat(mode(data.resolve("stack.json"))).isEqualTo("rw-------");
        assertThat(mode(data.resolve("secrets.json"))).isEqualTo("rw-------");
        assertThat(mode(data.resolve("users.json"))).isEqualTo("rw-------");
        assertThat(mode(data.resolve("bi.key"))).isEqualTo("rw-------");
    }

    @Test
    @Order(1)
    void tells_services_where_everything_is() throws Exception {
        var gateway = "http://127.0.0.1:" + PORT;

        assertThat(environment("survey", "HUISHENG_JWKS_URL")).isEqualTo(gateway + "/.well-known/jwks.json");
        assertThat(environment("survey", "KAFKA_BOOTSTRAP_SERVERS"))
                .isEqualTo(stack().at("/kafka/bootstrapServers").asText());
        assertThat(environment("gateway", "HUISHENG_KPI_URL"))
                .isEqualTo(stack().at("/services/kpi/url").asText());
        assertThat(environment("gateway", "HUISHENG_RATE_LIMITS")).isEqualTo("on");
    }

    @Test
    @Order(1)
    void gives_each_service_a_database_nobody_else_may_enter() throws Exception {
        var url = environment("kpi", "HUISHENG_DB_URL");
        var password = environment("kpi", "HUISHENG_DB_PASSWORD");

        try (var connection = DriverManager.getConnection(url, "kpi", password)) {
            assertThat(connection.isValid(1)).isTrue();
            connection.createStatement().execute("create table kept as select 42 as value");
        }
        assertThat(refusal(url.replace("/kpi", "/survey"), "kpi", password)).contains("permission denied");
    }

    @Test
    @Order(2)
    void starts_a_killed_service_again_and_says_so_in_stack_json() throws IOException {
        assertIsBackAfterKill("survey", "/services/survey/pid");
    }

    @Test
    @Order(2)
    void starts_a_killed_postgres_again() throws IOException {
        assertIsBackAfterKill("postgres", "/postgres/pid");
    }

    @Test
    @Order(2)
    void starts_a_killed_broker_again() throws IOException {
        assertIsBackAfterKill("kafka", "/kafka/pid");
    }

    @Test
    @Order(3)
    void a_second_up_says_that_it_is_running() {
        var outcome = up(PORT);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .startsWith("Already running on http://127.0.0.1:" + PORT)
                .hasLineCount(1);
    }

    @Test
    @Order(3)
    void a_port_in_use_gives_one_line() {
        var outcome = launcher.run(
                "up",
                "--detach",
                "--port",
                Integer.toString(PORT),
                "--data",
                folder.resolve("other").toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).isEqualTo("Port " + PORT + " is in use; choose another with --port N\n");
    }

    @Test
    @Order(3)
    void a_second_stack_on_the_next_port_runs_beside_it() {
        var other = folder.resolve("beside").toString();

        var up = launcher.run(
                "up", "--detach", "--infrastructure-only", "--port", Integer.toString(PORT + 1), "--data", other);
        var down = launcher.run("down", "--data", other);

        assertThat(up.exitCode()).as(up.output()).isZero();
        assertThat(down.exitCode()).as(down.output()).isZero();
        assertThat(launcher.run("status", "--data", data.toString()).exitCode()).isZero();
    }

    @Test
    @Order(3)
    void the_doctor_looks_at_what_runs_and_changes_nothing() {
        var outcome = launcher.run("doctor", "--data", data.toString());

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output())
                .contains("OK   port " + PORT + ": held by this stack's gateway\n")
                .contains("OK   durability: fsync, synchronous_commit, full_page_writes are on\n")
                .contains("OK   survey ready: yes\n", "OK   processes: supervised\n", "OK   kafka: runs, pid ")
                .contains("WARN kpi events: says no figures")
                .doesNotContain("FAIL");
        assertThat(launcher.run("status", "--data", data.toString()).exitCode()).isZero();
    }

    @Test
    @Order(4)
    void the_next_up_ends_what_a_killed_supervisor_left_and_finds_its_data() throws Exception {
        var before = RunRecord.read(new DataDirectory(data)).orElseThrow();
        before.supervisor().end("KILL", SECONDS);

        var outcome = up(PORT + 2);

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(before.processes().values()).noneMatch(ProcessIdentity::isAlive);
        try (var connection = DriverManager.getConnection(
                        environment("kpi", "HUISHENG_DB_URL"), "kpi", environment("kpi", "HUISHENG_DB_PASSWORD"));
                var rows = connection.createStatement().executeQuery("select value from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    @Order(5)
    void down_leaves_nothing_running() {
        var before = RunRecord.read(new DataDirectory(data)).orElseThrow();

        var outcome = launcher.run("down", "--data", data.toString());

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(before.processes().values()).hasSize(6).noneMatch(ProcessIdentity::isAlive);
        assertThat(before.supervisor().isAlive()).isFalse();
        assertThat(LoopbackPorts.isFree(PORT + 2)).isTrue();
        assertThat(launcher.run("status", "--data", data.toString()).exitCode()).isEqualTo(1);
    }

    /** Not only started: the next test may not find its port free, or a question unanswered. */
    private static void assertIsBackAfterKill(String name, String pointer) throws IOException {
        var killed = ProcessIdentity.of(stack().at(pointer).asLong()).orElseThrow();

        killed.signal("KILL");

        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(pids())
                        .doesNotContain(killed.pid())
                        .allMatch(pid -> ProcessIdentity.of(pid).isPresent()));
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(new DataDirectory(data).supervisorLog())
                        .content()
                        .contains(name + " is back after"));
    }

    private static Launcher.Outcome up(int port) {
        return launcher.run("up", "--detach", "--port", Integer.toString(port), "--data", data.toString());
    }

    private static List<Long> pids() throws IOException {
        var stack = stack();
        List<Long> pids = new ArrayList<>();
        stack.path("services").forEach(service -> pids.add(service.path("pid").asLong()));
        pids.add(stack.at("/postgres/pid").asLong());
        pids.add(stack.at("/kafka/pid").asLong());
        return pids;
    }

    private static JsonNode stack() throws IOException {
        return Json.MAPPER.readTree(data.resolve("stack.json").toFile());
    }

    private static String environment(String service, String name) throws IOException, InterruptedException {
        var url = stack().at("/services/" + service + "/url").asText();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url + "/" + name)).build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static String refusal(String url, String user, String password) {
        try (var _ = DriverManager.getConnection(url, user, password)) {
            return "let in";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
