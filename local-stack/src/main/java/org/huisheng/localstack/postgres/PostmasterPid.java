package org.huisheng.localstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's lock file, which outlives a killed server and names a pid that may by now be anybody's. */
final class PostmasterPid {

    private PostmasterPid() {}

    static void removeIfStale(Path data) {
        var file = data.resolve("postmaster.pid");
        try {
            if (Files.exists(file) && !isHeld(data)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isHeld(Path data) {
        var file = data.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    && isServerOn(
                            data, Files.readString(file).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isServerOn(Path data, String pid) {
        try {
            var command = Files.readString(Path.of("/proc", pid.strip(), "cmdline"), StandardCharsets.UTF_8);
            return command.contains(data.toString());
        } catch (IOException _) {
            return false;
        }
    }
}
