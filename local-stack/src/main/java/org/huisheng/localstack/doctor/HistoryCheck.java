package org.huisheng.localstack.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huisheng.localstack.postgres.PostgresServer;
import org.huisheng.localstack.supervisor.DataDirectory;
import org.huisheng.localstack.supervisor.LastStart;
import org.huisheng.localstack.supervisor.Release;
import org.huisheng.localstack.supervisor.RunRecord;

/** Whether what earlier runs left agrees with this one. */
final class HistoryCheck {

    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private HistoryCheck() {}

    static List<Finding> run(DataDirectory data, Optional<RunRecord> record, Instant now) {
        var last = LastStart.read(data);
        List<Finding> findings = new ArrayList<>();
        findings.add(clock(now, ZoneId.systemDefault(), last));
        findings.add(versions(last.map(LastStart::huisheng), postgresOf(data), Release.version()));
        findings.add(processes(record, PostgresServer.isRunningOn(data.root().resolve("postgres"))));
        findings.add(files(record.filter(RunRecord::isAlive).isPresent() ? List.of() : unfinished(data.root())));
        return findings;
    }

    static Finding clock(Instant now, ZoneId zone, Optional<LastStart> last) {
        if (last.isPresent() && now.isBefore(last.get().instant().minus(TOLERANCE))) {
            return Finding.fail(
                    "clock",
                    "it is %s, and the last start was at %s"
                            .formatted(now, last.get().at()),
                    "set the clock before the next start: tokens, deadlines and the order of events depend on it");
        }
        return Finding.ok("clock", "%s, zone %s; days and deadlines are those of Asia/Shanghai".formatted(now, zone));
    }

    /** @param postgres the major version of the databases, if there are any */
    static Finding versions(Optional<String> last, Optional<String> postgres, String own) {
        if (postgres.filter(version -> !version.equals(PostgresServer.MAJOR_VERSION))
                .isPresent()) {
            return Finding.fail(
                    "versions",
                    "the databases are of PostgreSQL %s, and this Huisheng runs %s"
                            .formatted(postgres.get(), PostgresServer.MAJOR_VERSION),
                    "start them with the release that made them");
        }
        if (last.filter(version -> Release.isLater(version, own)).isPresent()) {
            return Finding.fail(
                    "versions",
                    "Huisheng %s ran on the data last, and this is %s".formatted(last.get(), own),
                    "use that release or a later one: tables only move forward");
        }
        return Finding.ok(
                "versions",
                "Huisheng %s, PostgreSQL %s; data %s"
                        .formatted(
                                own,
                                PostgresServer.MAJOR_VERSION,
                                last.map("of "::concat).orElse("of no start yet")));
    }

    static Finding processes(Optional<RunRecord> record, boolean postgresRuns) {
        if (record.isPresent() && record.get().hasSupervisor()) {
            return Finding.ok("processes", "supervised");
        }
        if (record.filter(RunRecord::isAlive).isPresent() || postgresRuns) {
            return Finding.warn(
                    "processes",
                    "the supervisor was killed, and what it started still runs",
                    "./huisheng down ends it; ./huisheng up does too, and starts anew");
        }
        return record.isPresent()
                ? Finding.warn(
                        "processes",
                        "the last run was cut off",
                        "./huisheng up recovers; logs/up.log and the system's log may say why it happened")
                : Finding.ok("processes", "nothing runs, and nothing was left");
    }

    static Finding files(List<Path> unfinished) {
        return unfinished.isEmpty()
                ? Finding.ok("leftovers", "none")
                : Finding.warn(
                        "leftovers",
                        "of something cut off: "
                                + String.join(
                                        ", ",
                                        unfinished.stream().map(Path::toString).toList()),
                        "they can be deleted");
    }

    private static Optional<String> postgresOf(DataDirectory data) {
        try {
            var file = data.root().resolve("postgres/data/PG_VERSION");
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> unfinished(Path root) {
        var parent = root.getParent();
        var name = String.valueOf(root.getFileName());
        return Stream.of(
                        parent == null ? Stream.<Path>empty() : matching(parent, name + ".restoring-*"),
                        matching(root, "*.tmp"),
                        matching(root, "doctor*.fsync"),
                        matching(root.resolve("postgres"), "{unpacking-*,initialising,initial-password}"))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<Path> matching(Path folder, String glob) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        // A folder's name may hold what a pattern would take for its own.
        try (var found = Files.newDirectoryStream(folder, glob.replaceAll("[\\[\\]\\\\]", "?"))) {
            List<Path> paths = new ArrayList<>();
            found.forEach(paths::add);
            return paths.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
