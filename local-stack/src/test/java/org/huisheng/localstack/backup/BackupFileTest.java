package org.huisheng.localstack.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huisheng.localstack.backup.Manifest.StoredFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file itself, of a small data directory; BackupTest takes one of a real stack. */
class BackupFileTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);
    private static final String VERSION = "1.2.0";

    @TempDir
    Path folder;

    private Path data;
    private Path file;
    private Path target;

    @BeforeEach
    void some_data() throws IOException {
        data = folder.resolve("data");
        file = folder.resolve("a backup.zip");
        target = folder.resolve("restored");
        write("postgres/data/PG_VERSION", "18\n");
        write("kafka/data/meta.properties", "version=1\n");
        write("secrets.json", "{\"biKey\": \"secret\"}");
        write("postgres/data/base/1/1259", "x".repeat(200_000));
        write("a name with 中文.txt", "");
        Files.createDirectories(data.resolve("postgres/data/pg_tblspc"));
        var noise = new byte[30_000];
        new Random(7).nextBytes(noise);
        Files.write(data.resolve("kafka/data/00000.log"), noise);
    }

    @Test
    void what_is_put_back_is_what_was_there_for_its_owner_only() throws IOException {
        var before = contents(data);

        backup();
        var restored = restore();

        assertThat(contents(target)).isEqualTo(before);
        assertThat(target.resolve("postgres/data/pg_tblspc")).isEmptyDirectory();
        assertThat(restored.files()).isEqualTo(before.size());
        assertThat(restored.sumCompared()).isTrue();
        assertThat(restored.takenAt()).isEqualTo("2026-11-26T12:00:00Z");
        try (var paths = Files.walk(target)) {
            assertThat(paths.toList())
                    .allSatisfy(path ->
                            assertThat(mode(path)).isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
        assertThat(mode(file)).isEqualTo("rw-------");
        assertNothingUnfinished();
    }

    @Test
    void what_a_start_makes_anew_is_left_out() throws IOException {
        write("logs/up.log", "");
        write("lock", "");
        write("processes.json", "{}");
        write("stack.json", "{}");
        write("postgres/software-15114736/bin/postgres", "");
        write("postgres/data/postmaster.pid", "1");

        backup();
        restore();

        assertThat(target.resolve("logs")).doesNotExist();
        assertThat(contents(target)).hasSize(6).doesNotContainKey("lock");
    }

    @Test
    void the_sum_is_what_sha256sum_expects() throws IOException {
        backup();

        assertThat(Path.of(file + ".sha256")).hasContent(Disk.sha256(file) + "  a backup.zip\n");
    }

    @Test
    void a_flipped_byte_is_refused() throws IOException {
        backup();
        var whole = Files.readAllBytes(file);
        var seed = System.nanoTime();
        var random = new Random(seed);

        for (var round = 0; round < 20; round++) {
            Files.write(file, flipped(whole, random.nextInt(whole.length)));

            assertThatThrownBy(this::restore).as("seed %d", seed).isInstanceOf(BackupRefused.class);
            assertThat(target).doesNotExist();
        }
    }

    @Test
    void without_the_sum_beside_it_a_flipped_byte_is_refused_or_changes_nothing() throws IOException {
        backup();
        Files.delete(Path.of(file + ".sha256"));
        var before = contents(data);
        var whole = Files.readAllBytes(file);
        var seed = System.nanoTime();
        var random = new Random(seed);

        for (var round = 0; round < 200; round++) {
            Files.write(file, flipped(whole, random.nextInt(whole.length)));

            var refusal = catchThrowable(this::restore);

            if (refusal == null) {
                assertThat(contents(target)).as("seed %d", seed).isEqualTo(before);
                target = folder.resolve("restored-" + round);
            } else {
                assertThat(refusal).isInstanceOfAny(BackupRefused.class, UncheckedIOException.class);
                assertThat(target).as("seed %d", seed).doesNotExist();
            }
        }
        assertNothingUnfinished();
    }

    @Test
    void a_backup_cut_off_anywhere_is_refused() throws IOException {
        backup();
        Files.delete(Path.of(file + ".sha256"));
        var whole = Files.readAllBytes(file);

        for (var length = 0; length < whole.length; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(this::restore).isInstanceOf(BackupRefused.class);
            assertThat(target).doesNotExist();
        }
    }

    @Test
    void nothing_is_replaced() throws IOException {
        backup();
        Files.createDirectories(target);
        Files.writeString(target.resolve("precious"), "");

        assertThatThrownBy(this::backup).hasMessageContaining("is there already");
        assertThatThrownBy(this::restore).hasMessageContaining("is not empty");
        assertThat(target.resolve("precious")).exists();
    }

    @Test
    void an_empty_folder_is_taken() throws IOException {
        backup();
        Files.createDirectories(target);

        restore();

        assertThat(contents(target)).isEqualTo(contents(data));
    }

    @Test
    void what_is_no_plain_file_is_refused_and_leaves_nothing() throws IOException {
        Files.createSymbolicLink(data.resolve("postgres/data/pg_wal"), folder);

        assertThatThrownBy(this::backup).isInstanceOf(BackupRefused.class).hasMessageContaining("pg_wal");
        assertThat(file).doesNotExist();
        assertNothingUnfinished();
    }

    @Test
    void a_backup_of_nothing_or_into_the_data_itself_is_refused() throws IOException {
        assertThatThrownBy(() -> new TakeBackup(data, data.resolve("b.zip"), VERSION, NOON).run())
                .hasMessageContaining("would be lost with it");
        Files.delete(data.resolve("secrets.json"));
        assertThatThrownBy(this::backup).hasMessageContaining("no stack's data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/etc/outside", "a/../../outside", "a/./b", "a//b", "", "a/"})
    void a_name_that_leads_elsewhere_is_refused(String name) throws IOException {
        forge(new Manifest(1, VERSION, "18", "now", List.of(), List.of(new StoredFile(name, 1, "00"))), name);

        assertThatThrownBy(this::restore)
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("a name that leads elsewhere");
    }

    @Test
    void a_folder_that_leads_elsewhere_is_refused() throws IOException {
        forge(new Manifest(1, VERSION, "18", "now", List.of("../outside"), List.of()));

        assertThatThrownBy(this::restore).hasMessageContaining("a name that leads elsewhere");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void what_this_release_cannot_read_is_refused() throws IOException {
        forge(new Manifest(2, VERSION, "18", "now", List.of(), List.of()));
        assertThatThrownBy(this::restore).hasMessageContaining("format 2");

        forge(new Manifest(1, VERSION, "17", "now", List.of(), List.of()));
        assertThatThrownBy(this::restore).hasMessageContaining("PostgreSQL 17");

        forge(new Manifest(1, "1.3.0", "18", "now", List.of(), List.of()));
        assertThatThrownBy(this::restore).hasMessageContaining("Huisheng 1.3.0");
    }

    @Test
    void more_or_less_than_the_manifest_names_is_refused() throws IOException {
        forge(new Manifest(1, VERSION, "18", "now", List.of(), List.of()), "extra");
        assertThatThrownBy(this::restore).hasMessageContaining("does not name").hasMessageContaining("extra");

        forge(new Manifest(1, VERSION, "18", "now", List.of(), List.of(new StoredFile("gone", 1, "00"))));
        assertThatThrownBy(this::restore).hasMessageContaining("lacks data/gone");
    }

    private void backup() {
        new TakeBackup(data, file, VERSION, NOON).run();
    }

    private RestoreBackup.Restored restore() {
        return new RestoreBackup(file, target, VERSION).run();
    }

    private void forge(Manifest manifest, String... names) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(Manifest.PREFIX + name));
                zip.write('x');
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.bytes());
        }
    }

    private void assertNothingUnfinished() throws IOException {
        try (var paths = Files.list(folder)) {
            assertThat(paths.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.contains(".partial") || name.contains(".restoring"));
        }
    }

    private void write(String name, String text) throws IOException {
        var path = data.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static byte[] flipped(byte[] whole, int at) {
        var bytes = whole.clone();
        bytes[at] ^= 0x10;
        return bytes;
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var paths = Files.walk(root)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(path).toString(), Disk.sha256(path));
            }
        }
        return contents;
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
