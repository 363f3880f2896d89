package org.huisheng.localstack.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.huisheng.localstack.backup.Manifest.StoredFile;
import org.huisheng.localstack.process.PrivateFiles;

/** Makes a data directory of a backup. It is put together beside its place, and takes it once every byte was checked. */
public final class RestoreBackup {

    private static final int LONGEST_MANIFEST = 1 << 28;
    private static final int CHUNK = 1 << 16;

    private final Path backup;
    private final Path target;
    private final String ownVersion;

    /** @param target must not be there, or be empty */
    public RestoreBackup(Path backup, Path target, String ownVersion) {
        this.backup = backup.toAbsolutePath().normalize();
        this.target = target.toAbsolutePath().normalize();
        this.ownVersion = ownVersion;
    }

    /** What was put back. */
    public record Restored(String huisheng, String takenAt, int files, boolean sumCompared) {}

    public Restored run() {
        checkPlace();
        var compared = compareSum();
        try (var zip = new ZipFile(backup.toFile())) {
            var manifest = manifest(zip);
            checkEntries(zip, manifest);
            unpack(zip, manifest);
            return new Restored(
                    manifest.huisheng(), manifest.takenAt(), manifest.files().size(), compared);
        } catch (ZipException e) {
            throw new BackupRefused(backup + " is damaged or no backup: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("The backup could not be put back: " + e, e);
        }
    }

    private void checkPlace() {
        if (!Files.isRegularFile(backup)) {
            throw new BackupRefused("There is no file " + backup);
        }
        if (Files.exists(target) && !isEmptyFolder(target)) {
            throw new BackupRefused(target + " is not empty; a restore replaces nothing");
        }
    }

    private static boolean isEmptyFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return false if the backup came without its sum */
    private boolean compareSum() {
        var sumFile = TakeBackup.sumFile(backup);
        if (!Files.exists(sumFile)) {
            return false;
        }
        try {
            var expected = Files.readString(sumFile).split("\\s", 2)[0];
            if (!Disk.sha256(backup).equals(expected)) {
                throw new BackupRefused(backup + " is damaged: it has another SHA-256 than " + sumFile + " says");
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null || entry.getSize() > LONGEST_MANIFEST) {
            throw new BackupRefused(backup + " is no backup of Huisheng: it has no manifest");
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readAllBytes();
            var sum = new CRC32();
            sum.update(bytes);
            // ZipFile does not compare it, and nothing else vouches for the manifest.
            if (sum.getValue() != entry.getCrc()) {
                throw new BackupRefused(backup + " is damaged: its manifest does not match its checksum");
            }
            return Manifest.parse(bytes, ownVersion);
        }
    }

    /** Each name leads to a place below the folder, and the archive holds what the manifest names and nothing else. */
    private void checkEntries(ZipFile zip, Manifest manifest) {
        manifest.folders().forEach(this::place);
        Set<String> expected = new HashSet<>(Set.of(Manifest.NAME));
        for (var file : manifest.files()) {
            place(file.path());
            expected.add(Manifest.PREFIX + file.path());
        }
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            if (!expected.remove(name)) {
                throw new BackupRefused("The backup holds what its manifest does not name, or twice: " + name);
            }
        });
        if (!expected.isEmpty()) {
            throw new BackupRefused("The backup lacks " + expected.iterator().next());
        }
    }

    private Path place(String name) {
        try {
            var place = target.resolve(name).normalize();
            if (!name.isEmpty()
                    && place.startsWith(target)
                    && target.relativize(place).toString().equals(name)) {
                return Path.of(name);
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw new BackupRefused("The backup holds a name that leads elsewhere: " + name);
    }

    private void unpack(ZipFile zip, Manifest manifest) throws IOException {
        var parent = Files.createDirectories(parent());
        // Of mode 700.
        var unfinished = Files.createTempDirectory(parent, target.getFileName() + ".restoring-");
        try {
            for (var folder : manifest.folders()) {
                PrivateFiles.createDirectory(unfinished.resolve(place(folder)));
            }
            for (var file : manifest.files()) {
                unpack(zip, file, unfinished.resolve(place(file.path())));
            }
            Disk.forceTree(unfinished);
            // Takes the place of an empty folder, and of nothing else.
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            Disk.force(parent);
        } finally {
            PrivateFiles.deleteTree(unfinished);
        }
    }

    private static void unpack(ZipFile zip, StoredFile file, Path place) throws IOException {
        var entry = zip.getEntry(Manifest.PREFIX + file.path());
        var digest = Disk.sha256();
        var size = 0L;
        Files.createFile(place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var in = zip.getInputStream(entry);
                var out = Files.newOutputStream(place, StandardOpenOption.WRITE)) {
            var chunk = new byte[CHUNK];
            // No longer than announced, whatever the archive would grow to.
            for (var read = in.read(chunk); read >= 0 && size <= file.size(); read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                out.write(chunk, 0, read);
                size += read;
            }
        }
        if (size != file.size() || !Disk.hex(digest).equals(file.sha256())) {
            throw new BackupRefused("The backup is damaged: " + file.path() + " does not match its checksum");
        }
    }

    private Path parent() {
        var parent = target.getParent();
        if (parent == null) {
            throw new BackupRefused("The root folder is no place for a stack");
        }
        return parent;
    }
}
