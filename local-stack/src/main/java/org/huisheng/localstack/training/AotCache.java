package org.huisheng.localstack.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The AOT cache beside a packaged service; it is good for exactly the jars it was made from. */
public record AotCache(Path jar) {

    public boolean isFresh() {
        return isFresh(modified(file()), modified(jar));
    }

    static boolean isFresh(@Nullable FileTime cache, @Nullable FileTime jar) {
        return cache != null && jar != null && cache.compareTo(jar) > 0;
    }

    /** Nothing while there is no cache worth using; one that does not fit after all, the JVM leaves aside. */
    public List<String> useOptions() {
        return isFresh() ? List.of("-XX:AOTCache=" + file()) : List.of();
    }

    public List<String> trainingOptions() {
        return List.of("-XX:AOTCacheOutput=" + unfinished());
    }

    void discardUnfinished() {
        try {
            Files.deleteIfExists(unfinished());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the training left a whole cache behind, which is then the one in use. */
    boolean adopt() {
        try {
            if (!Files.exists(unfinished())) {
                return false;
            }
            Files.move(unfinished(), file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return jar.resolveSibling("app.aot");
    }

    private Path unfinished() {
        return jar.resolveSibling("app.aot.unfinished");
    }

    private static @Nullable FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return null;
        }
    }
}
