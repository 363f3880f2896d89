package org.huisheng.localstack.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.huisheng.localstack.process.PrivateFiles;
import org.huisheng.localstack.process.StartFailed;

/** The server's programs, unpacked once from the jar they come in. */
record PostgresSoftware(Path home) {

    static PostgresSoftware unpackedIn(Path cache) {
        var archive = "/postgres-linux-%s.txz".formatted(architecture());
        var resource = PostgresSoftware.class.getResource(archive);
        if (resource == null) {
            throw new StartFailed("No PostgreSQL binaries for this machine (" + architecture() + ") on the class path");
        }
        try {
            var connection = resource.openConnection();
            connection.setUseCaches(false);
            try (var in = connection.getInputStream()) {
                // Another release of the binaries has another size, and gets a folder of its own.
                var home = cache.resolve("software-" + connection.getContentLengthLong());
                if (!Files.isDirectory(home)) {
                    unpack(in, cache, home);
                }
                return new PostgresSoftware(home.toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** Two stacks may get here at once: each unpacks beside the target, and the first to finish wins. */
    private static void unpack(InputStream archive, Path cache, Path home) throws IOException {
        Files.createDirectories(cache);
        var unfinished = Files.createTempDirectory(cache, "unpacking-");
        try (var tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZCompressorInputStream(new BufferedInputStream(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, unfinished);
            }
        }
        try {
            Files.move(unfinished, home, ATOMIC_MOVE);
        } catch (IOException e) {
            PrivateFiles.deleteTree(unfinished);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var target = entry.resolveIn(root);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String architecture() {
        var name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
