package org.huisheng.localstack.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huisheng.localstack.backup.Manifest.StoredFile;

/** Copies the data of a stack that does not run into one file, which appears under its name once it is whole and on disk. */
public final class TakeBackup {

    private static final String PARTIAL = ".partial";

    private final Path data;
    private final Path target;
    private final String huisheng;
    private final Clock clock;

    /**
     * @param data nothing may run on it, nor be started before this is done
     * @param huisheng the release that ran on it last
     */
    public TakeBackup(Path data, Path target, String huisheng, Clock clock) {
        this.data = data;
        this.target = target.toAbsolutePath().normalize();
        this.huisheng = huisheng;
        this.clock = clock;
    }

    /** What can be known before anything is stopped for it. */
    public void check() {
        if (!Files.isRegularFile(data.resolve("postgres/data/PG_VERSION"))
                || !Files.isRegularFile(data.resolve("kafka/data/meta.properties"))
                || !Files.isRegularFile(data.resolve("secrets.json"))) {
            throw new BackupRefused("There is no stack's data in " + data);
        }
        var folder = folder();
        if (!Files.isDirectory(folder)) {
            throw new BackupRefused("There is no folder " + folder);
        }
        if (Files.exists(target)) {
            throw new BackupRefused(target + " is there already; a backup replaces nothing");
        }
        try {
            if (folder.toRealPath().startsWith(data.toRealPath())) {
                throw new BackupRefused("A backup inside the data directory would be lost with it: " + target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return how long the file is */
    public long run() {
        check();
        try {
            // Of mode 600: it holds every password.
            var partial = Files.createTempFile(folder(), target.getFileName() + ".", PARTIAL);
            try {
                var sum = write(partial);
                publish(partial, sum);
                return Files.size(target);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The backup could not be written: " + e, e);
        }
    }

    /** @return the SHA-256 of all that was written */
    private String write(Path partial) throws IOException {
        var digest = Disk.sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(partial), digest);
                var zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16))) {
            // Who asked for a pause is waiting.
            zip.setLevel(Deflater.BEST_SPEED);
            var root = data.toRealPath();
            var tree = DataTree.of(root);
            var files = new ArrayList<StoredFile>();
            for (var name : tree.files()) {
                files.add(store(root, name, zip));
            }
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    huisheng,
                    Files.readString(root.resolve("postgres/data/PG_VERSION")).strip(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                    tree.folders(),
                    files);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.bytes());
            zip.closeEntry();
        }
        return Disk.hex(digest);
    }

    private static StoredFile store(Path root, String name, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.PREFIX + name));
        var digest = Disk.sha256();
        var out = new DigestOutputStream(new Unclosed(zip), digest);
        var size = Files.copy(root.resolve(name), out);
        zip.closeEntry();
        return new StoredFile(name, size, Disk.hex(digest));
    }

    /** The sum first: a sum without its backup misleads nobody. */
    private void publish(Path partial, String sum) throws IOException {
        Disk.force(partial);
        var sumFile = sumFile(target);
        var partialSum = Files.createTempFile(folder(), sumFile.getFileName() + ".", PARTIAL);
        try {
            Files.writeString(partialSum, sum + "  " + target.getFileName() + "\n");
            Disk.force(partialSum);
            Files.move(partialSum, sumFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partialSum);
        }
        Disk.force(folder());
        // A rename, refused if somebody has made such a file in the meantime.
        Files.move(partial, target);
        Disk.force(folder());
    }

    static Path sumFile(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ".sha256");
    }

    private Path folder() {
        var folder = target.getParent();
        return folder == null ? target : folder;
    }

    /** The archive goes on after each of its files. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
