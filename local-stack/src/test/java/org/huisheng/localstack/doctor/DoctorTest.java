package org.huisheng.localstack.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.huisheng.localstack.doctor.Finding.Level;
import org.huisheng.localstack.process.LoopbackPorts;
import org.huisheng.localstack.process.ProcessIdentity;
import org.huisheng.localstack.supervisor.DataDirectory;
import org.huisheng.localstack.supervisor.LastStart;
import org.huisheng.localstack.supervisor.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private static final long GIGABYTE = 1L << 30;
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ProcessIdentity GONE = new ProcessIdentity(1, -1);

    @TempDir
    Path folder;

    @Test
    void a_line_says_what_was_found_and_what_to_do() {
        assertThat(Finding.ok("disk", "9 GB free").line()).isEqualTo("OK   disk: 9 GB free");
        assertThat(Finding.fail("disk", "none free", "make room").line()).isEqualTo("FAIL disk: none free — make room");
    }

    @Test
    void an_old_java_fails_and_missing_tools_do_as_they_are_needed() {
        assertThat(MachineCheck.java(25, "/jdk").level()).isEqualTo(Level.OK);
        assertThat(MachineCheck.java(21, "/jdk").level()).isEqualTo(Level.FAIL);
        assertThat(MachineCheck.tool("setsid", false).level()).isEqualTo(Level.FAIL);
        assertThat(MachineCheck.namespaces(false).level()).isEqualTo(Level.FAIL);
        assertThat(MachineCheck.maven(Optional.empty()).level()).isEqualTo(Level.WARN);
        assertThat(MachineCheck.node(Optional.of(18)).level()).isEqualTo(Level.WARN);
        assertThat(MachineCheck.node(Optional.empty()).level()).isEqualTo(Level.WARN);
        assertThat(MachineCheck.find(List.of("", folder.toString(), "/bin"), "sh"))
                .contains(Path.of("/bin/sh"));
    }

    @Test
    void too_little_memory_fails_before_a_start_and_warns_beside_a_stack() {
        assertThat(MachineCheck.memory(GIGABYTE - 1, false).level()).isEqualTo(Level.FAIL);
        assertThat(MachineCheck.memory(2 * GIGABYTE, false).level()).isEqualTo(Level.WARN);
        assertThat(MachineCheck.memory(3 * GIGABYTE, false).level()).isEqualTo(Level.OK);
        assertThat(MachineCheck.memory(GIGABYTE / 8, true).level()).isEqualTo(Level.WARN);
        assertThat(MachineCheck.memory(GIGABYTE, true).level()).isEqualTo(Level.OK);
    }

    @Test
    void a_port_somebody_else_holds_fails_and_says_who() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var own = ProcessHandle.current().pid();

            var strange = PortCheck.run(socket.getLocalPort(), Optional.of(own + 1));
            var ours = PortCheck.run(socket.getLocalPort(), Optional.of(own));

            assertThat(strange.level()).isEqualTo(Level.FAIL);
            assertThat(strange.found()).isEqualTo("held by java (pid %d)", own);
            assertThat(ours.level()).isEqualTo(Level.OK);
        }
        assertThat(PortCheck.run(LoopbackPorts.anyFree(), Optional.empty()).level())
                .isEqualTo(Level.OK);
        assertThat(PortCheck.judge(80, false, Optional.empty(), Optional.empty())
                        .found())
                .contains("another user");
    }

    @Test
    void a_folder_that_is_none_or_cannot_be_written_fails() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThat(FolderCheck.run(file.resolve("data")).getFirst().level()).isEqualTo(Level.FAIL);
        assertThat(FolderCheck.writable(folder, folder, false).level()).isEqualTo(Level.FAIL);
        assertThat(FolderCheck.run(folder.resolve("not/there/yet")).getFirst().level())
                .isEqualTo(Level.OK);
        assertThat(folder.resolve("not")).doesNotExist();
    }

    @Test
    void a_disk_nearly_full_warns_and_then_fails() {
        assertThat(FolderCheck.space(5 * GIGABYTE).level()).isEqualTo(Level.OK);
        assertThat(FolderCheck.space(5 * GIGABYTE - 1).level()).isEqualTo(Level.WARN);
        assertThat(FolderCheck.space(GIGABYTE - 1).level()).isEqualTo(Level.FAIL);
    }

    @Test
    void a_disk_that_cannot_have_written_warns() {
        assertThat(FolderCheck.fsync(Duration.ofMillis(1), "ext4").level()).isEqualTo(Level.OK);
        assertThat(FolderCheck.fsync(Duration.ofNanos(1_000), "ext4").level()).isEqualTo(Level.WARN);
        assertThat(FolderCheck.fsync(Duration.ofMillis(1), "tmpfs").level()).isEqualTo(Level.WARN);
        assertThat(FolderCheck.fsync(Duration.ofMillis(80), "nfs").level()).isEqualTo(Level.WARN);
    }

    @Test
    void a_clock_before_the_last_start_fails() {
        var later = Optional.of(new LastStart("0.1.0", "18", "2026-11-26T12:02:00Z"));

        assertThat(HistoryCheck.clock(NOON, SHANGHAI, later).level()).isEqualTo(Level.FAIL);
        assertThat(HistoryCheck.clock(NOON.plusSeconds(90), SHANGHAI, later).level())
                .isEqualTo(Level.OK);
        assertThat(HistoryCheck.clock(NOON, SHANGHAI, Optional.empty()).level()).isEqualTo(Level.OK);
    }

    @Test
    void data_of_a_later_release_or_another_postgres_fails() {
        var ours = Optional.of("18");

        assertThat(versions("0.2.0", ours).level()).isEqualTo(Level.FAIL);
        assertThat(versions("0.1.0", Optional.of("17")).level()).isEqualTo(Level.FAIL);
        assertThat(versions("0.1.0", ours).level()).isEqualTo(Level.OK);
        assertThat(versions("0.0.9", Optional.empty()).level()).isEqualTo(Level.OK);
    }

    @Test
    void what_a_killed_run_left_warns() throws IOException {
        var own = ProcessIdentity.ofThisProcess();

        assertThat(processes(GONE, own).found()).contains("still runs");
        assertThat(processes(GONE, GONE).found()).contains("cut off");
        assertThat(processes(own, own).level()).isEqualTo(Level.OK);
        assertThat(HistoryCheck.processes(Optional.empty(), true).level()).isEqualTo(Level.WARN);
        assertThat(HistoryCheck.processes(Optional.empty(), false).level()).isEqualTo(Level.OK);

        var data = Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(data.resolve("postgres/unpacking-123"));
        Files.createDirectories(folder.resolve("data.restoring-456"));
        Files.createFile(data.resolve("secrets.json789.tmp"));
        assertThat(HistoryCheck.files(HistoryCheck.unfinished(data)).found())
                .contains("unpacking-123", "data.restoring-456", "secrets.json789.tmp");
    }

    @Test
    void a_process_or_a_service_that_is_not_well_fails() {
        assertThat(RunningCheck.process("kafka", 7, false).level()).isEqualTo(Level.FAIL);
        assertThat(RunningCheck.process("kafka", 7, true).level()).isEqualTo(Level.OK);
        assertThat(RunningCheck.ready("kpi", 0).found()).isEqualTo("no answer");
        assertThat(RunningCheck.ready("kpi", 503).level()).isEqualTo(Level.FAIL);
        assertThat(RunningCheck.ready("kpi", 200).level()).isEqualTo(Level.OK);
    }

    @Test
    void a_database_that_may_forget_fails() {
        var settings = Map.of("fsync", "on", "synchronous_commit", "off", "full_page_writes", "on");

        assertThat(RunningCheck.durability(settings).level()).isEqualTo(Level.FAIL);
        assertThat(RunningCheck.durability(settings).found()).isEqualTo("synchronous_commit is off");
        assertThat(RunningCheck.durability(Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on"))
                        .level())
                .isEqualTo(Level.OK);
    }

    @Test
    void events_that_wait_or_were_put_aside_are_told_of() {
        assertThat(events(0.5, 3, 0).level()).isEqualTo(Level.OK);
        assertThat(events(61, 0, 0).level()).isEqualTo(Level.WARN);
        assertThat(events(0, 10_001, 0).level()).isEqualTo(Level.WARN);
        assertThat(events(0, 0, 2).found()).contains("2 dead letters");
        assertThat(events(Double.NaN, 0, 0).level()).isEqualTo(Level.FAIL);
        assertThat(RunningCheck.events("kpi", new Exposition("")).level()).isEqualTo(Level.WARN);
    }

    @Test
    void figures_are_added_up_over_their_labels_and_no_others() {
        var metrics = new Exposition("""
                # HELP lag of a consumer
                lag{topic="a b",partition="0",} 2.0
                lag{topic="c",partition="1",} 3.5
                lag_max 99.0
                """);

        assertThat(metrics.sum("lag")).hasValue(5.5);
        assertThat(metrics.sum("lag_max")).hasValue(99);
        assertThat(metrics.sum("la")).isEmpty();
    }

    @Test
    void a_folder_nobody_has_used_is_well_and_stays_as_it_is() throws Exception {
        var data = new DataDirectory(folder.resolve("data"));
        var printed = new ByteArrayOutputStream();

        new Doctor(
                        data,
                        OptionalInt.of(LoopbackPorts.anyFree()),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSizeGreaterThan(9)
                .allMatch(line -> line.matches("(OK  |WARN|FAIL) [a-z0-9 ]+: .+"))
                .anyMatch(line -> line.startsWith("OK   processes: nothing runs"));
        assertThat(data.root()).doesNotExist();
    }

    private static Finding versions(String last, Optional<String> postgres) {
        return HistoryCheck.versions(Optional.of(last), postgres, "0.1.0");
    }

    private static Finding processes(ProcessIdentity supervisor, ProcessIdentity kafka) {
        var record =
                new RunRecord(supervisor, RunRecord.Phase.READY, "http://127.0.0.1:8080", Map.of("kafka", kafka), null);
        return HistoryCheck.processes(Optional.of(record), false);
    }

    private static Finding events(double lag, int behind, int dead) {
        return RunningCheck.events("kpi", new Exposition("""
                huisheng_outbox_lag_seconds %s
                kafka_consumer_fetch_manager_records_lag{topic="huisheng.survey"} %s
                huisheng_dead_letters %s
                huisheng_consumer_busy_seconds 0.0
                """.formatted(lag, (double) behind, (double) dead)));
    }
}
