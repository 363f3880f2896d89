package org.huisheng.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huisheng.kit.audit.AuditChain.LogFinding;
import org.huisheng.kit.audit.AuditChain.LogFlaw;
import org.huisheng.kit.audit.FindEntries.Filter;
import org.huisheng.kit.audit.FindEntries.Found;
import org.huisheng.kit.audit.VerifyLog.KnownHead;
import org.huisheng.kit.audit.VerifyLog.LogSegment;
import org.huisheng.localstack.testing.RealPostgres;
import org.huisheng.localstack.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The tables as the services' migrations make them. */
class AuditLogTest {

    private static final List<Path> MIGRATIONS = List.of(
            Path.of("../gateway/src/main/resources/db/migration/V004__audit_entry.sql"),
            Path.of("../survey-service/src/main/resources/db/migration/V019__audit_entry.sql"),
            Path.of("../feedback-service/src/main/resources/db/migration/V032__audit_entry.sql"),
            Path.of("../kpi-service/src/main/resources/db/migration/V021__audit_entry.sql"));
    private static final int WRITERS = 16;
    private static final int ENTRIES_OF_EACH = 60;

    private final Random random = new Random(7);
    private TestDatabase database;
    private PGSimpleDataSource source;

    @BeforeEach
    void an_empty_log() throws Exception {
        database = RealPostgres.freshDatabase();
        source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        run(Files.readString(MIGRATIONS.getFirst()));
    }

    @Test
    void every_service_has_the_same_tables() throws IOException {
        for (var migration : MIGRATIONS) {
            assertThat(migration).hasSameTextualContentAs(MIGRATIONS.getFirst());
        }
    }

    @Test
    void what_is_rolled_back_leaves_no_entry() throws SQLException {
        try (var connection = open()) {
            connection.setAutoCommit(false);
            assertThat(AuditRows.hasWritten(connection)).isFalse();
            AuditRows.add(connection, Entries.random(random));
            assertThat(AuditRows.hasWritten(connection)).isTrue();
            connection.rollback();
        }
        write(3);

        assertThat(linkAll()).isEqualTo(3);
        assertThat(verify(0, 10)).satisfies(segment -> {
            assertThat(segment.checked()).isEqualTo(3);
            assertThat(segment.findings()).isEmpty();
            assertThat(segment.next()).isNull();
            assertThat(segment.waiting()).isZero();
        });
    }

    @Test
    void a_transaction_that_may_only_read_can_be_asked_whether_it_wrote() throws SQLException {
        try (var connection = open()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);

            assertThat(AuditRows.hasWritten(connection)).isFalse();
        }
    }

    @Test
    void sixteen_writers_and_linkers_that_are_killed_leave_no_gap_and_no_double() throws Exception {
        var writing = new AtomicBoolean(true);
        var written = ConcurrentHashMap.<UUID>newKeySet();
        try (var threads = Executors.newFixedThreadPool(WRITERS + 3)) {
            var linkers = List.of(
                    threads.submit(() -> linkWhile(writing)),
                    threads.submit(() -> linkWhile(writing)),
                    threads.submit(() -> killedWhile(writing)));
            threads.invokeAll(writers(written))
                    .forEach(writer -> assertThat(writer).succeedsWithin(Duration.ofMinutes(1)));
            writing.set(false);
            for (var linker : linkers) {
                linker.get();
            }
        }
        linkAll();

        var found = new HashSet<UUID>();
        try (var connection = open()) {
            var linked = AuditRows.linked(connection, 0, Integer.MAX_VALUE);
            for (var i = 0; i < linked.size(); i++) {
                assertThat(linked.get(i).position()).isEqualTo(i + 1);
                assertThat(found.add(linked.get(i).entry().id())).isTrue();
            }
        }
        assertThat(found).isEqualTo(written);
        assertThat(verify(0, 100_000).findings()).isEmpty();
    }

    @Test
    void an_entry_committed_late_comes_after_those_that_were_linked_meanwhile() throws SQLException {
        try (var late = open()) {
            late.setAutoCommit(false);
            AuditRows.add(late, Entries.random(random));
            write(2);
            assertThat(linkAll()).isEqualTo(2);
            late.commit();
        }

        assertThat(linkAll()).isEqualTo(1);
        assertThat(verify(0, 100).findings()).isEmpty();
    }

    @Test
    void nothing_of_what_is_written_can_be_changed_or_taken_away() throws SQLException {
        write(2);
        linkAll();
        write(1);

        for (var tampering : List.of(
                "UPDATE audit_entry SET actor = 'nobody'",
                "UPDATE audit_entry SET position = position + 10 WHERE position IS NOT NULL",
                "UPDATE audit_entry SET position = 9, hash = sha256('x'), actor = 'nobody' WHERE position IS NULL",
                "DELETE FROM audit_entry",
                "DELETE FROM audit_entry WHERE position IS NULL",
                "TRUNCATE audit_entry",
                "INSERT INTO audit_entry (id, at, actor, roles, action, subject_type, detail, position, hash)"
                        + " VALUES (gen_random_uuid(), now(), 'x', '', 'x', 'x', '{}', 3, sha256('x'))")) {
            assertThatThrownBy(() -> run(tampering)).as(tampering).hasMessageContaining("only ever added to");
        }
    }

    @Test
    void who_can_take_the_trigger_away_is_found_out() throws SQLException {
        write(40);
        linkAll();
        run("ALTER TABLE audit_entry DISABLE TRIGGER USER");

        run("UPDATE audit_entry SET actor = 'nobody' WHERE position = 7");
        run("DELETE FROM audit_entry WHERE position = 20");

        var found = new ArrayList<LogFinding>();
        LogSegment segment;
        var after = 0L;
        do {
            segment = verify(after, 6);
            found.addAll(segment.findings());
            after = segment.next() == null ? after : segment.next();
        } while (segment.next() != null);
        assertThat(found).containsExactly(new LogFinding(7, LogFlaw.ALTERED), new LogFinding(20, LogFlaw.MISSING));
    }

    @Test
    void a_cut_tail_is_missed_and_even_with_a_forged_head_it_is_not_the_one_written_down_before() throws SQLException {
        write(10);
        linkAll();
        var written = verify(0, 100).end();
        run("ALTER TABLE audit_entry DISABLE TRIGGER USER");
        run("DELETE FROM audit_entry WHERE position > 6");

        assertThat(verify(0, 100).findings()).containsExactly(new LogFinding(6, LogFlaw.CUT));

        run("UPDATE audit_head SET (position, hash) = (SELECT position, hash FROM audit_entry WHERE position = 6)");
        assertThat(verify(0, 100).findings()).isEmpty();
        var known = new KnownHead(written.position(), written.hash());
        try (var connection = open()) {
            assertThat(VerifyLog.segment(connection, Entries.SERVICE, 0, 100, known)
                            .findings())
                    .containsExactly(new LogFinding(10, LogFlaw.ANOTHER_HEAD));
        }
    }

    @Test
    void the_log_of_another_service_does_not_pass_for_this_one() throws SQLException {
        write(3);
        linkAll();

        try (var connection = open()) {
            assertThat(VerifyLog.segment(connection, "another-service", 0, 100, null)
                            .findings())
                    .containsExactly(new LogFinding(1, LogFlaw.ALTERED));
        }
    }

    @Test
    void entries_are_found_by_who_what_about_and_when_the_newest_first_in_pages() throws SQLException {
        write(200);
        linkAll();
        write(5);
        var all = page(new Filter(null, null, null, null, null));
        assertThat(all).hasSize(205);
        assertThat(all)
                .extracting(found -> found.entry().id().toString())
                .isSortedAccordingTo((a, b) -> b.compareTo(a));

        var some = all.get(100).entry();

        assertThat(page(new Filter(null, null, some.actor(), null, null)))
                .containsExactlyElementsOf(all.stream()
                        .filter(found -> found.entry().actor().equals(some.actor()))
                        .toList());
        assertThat(page(new Filter(some.at(), some.at().plusSeconds(60), null, some.action(), null)))
                .containsExactlyElementsOf(all.stream()
                        .filter(found -> !found.entry().at().isBefore(some.at())
                                && found.entry().at().isBefore(some.at().plusSeconds(60))
                                && found.entry().action().equals(some.action()))
                        .toList());
        assertThat(page(new Filter(null, null, null, null, "no-such-thing"))).isEmpty();
    }

    private List<Found> page(Filter filter) throws SQLException {
        var find = new FindEntries(source);
        var all = new ArrayList<Found>();
        List<Found> page;
        do {
            page = find.page(
                    filter, all.isEmpty() ? null : all.getLast().entry().id(), 50);
            all.addAll(page);
        } while (page.size() == 50);
        return all;
    }

    private List<Callable<Void>> writers(ConcurrentHashMap.KeySetView<UUID, Boolean> written) {
        var writers = new ArrayList<Callable<Void>>();
        for (var i = 0; i < WRITERS; i++) {
            var own = new Random(i);
            writers.add(() -> {
                try (var connection = open()) {
                    connection.setAutoCommit(false);
                    for (var n = 0; n < ENTRIES_OF_EACH; n++) {
                        var entry = Entries.random(own);
                        AuditRows.add(connection, entry);
                        if (own.nextInt(5) == 0) {
                            connection.rollback();
                        } else {
                            connection.commit();
                            written.add(entry.id());
                        }
                    }
                }
                return null;
            });
        }
        return writers;
    }

    private Void linkWhile(AtomicBoolean writing) throws SQLException {
        var linker = linker();
        while (writing.get()) {
            linker.linkSome();
        }
        return null;
    }

    /** Its connection ends in the middle, as when the process is killed. */
    private Void killedWhile(AtomicBoolean writing) throws SQLException {
        while (writing.get()) {
            try (var connection = open()) {
                connection.setAutoCommit(false);
                linker().link(connection, Entries.SERVICE, 10);
                connection.abort(Runnable::run);
            }
        }
        return null;
    }

    private AuditLinker linker() {
        return new AuditLinker(source, Entries.SERVICE, false);
    }

    private int linkAll() throws SQLException {
        var all = 0;
        int some;
        do {
            some = linker().linkSome();
            all += some;
        } while (some > 0);
        return all;
    }

    private void write(int entries) throws SQLException {
        try (var connection = open()) {
            for (var i = 0; i < entries; i++) {
                AuditRows.add(connection, Entries.random(random));
            }
        }
    }

    private LogSegment verify(long after, int limit) throws SQLException {
        try (var connection = open()) {
            return VerifyLog.segment(connection, Entries.SERVICE, after, limit, null);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
