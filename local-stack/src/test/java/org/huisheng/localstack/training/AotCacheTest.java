package org.huisheng.localstack.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    private static final FileTime EARLIER = FileTime.fromMillis(1_000);
    private static final FileTime LATER = FileTime.fromMillis(2_000);

    @TempDir
    Path folder;

    @Test
    void a_cache_is_fresh_only_when_made_after_its_jar() {
        assertThat(AotCache.isFresh(LATER, EARLIER)).isTrue();
        assertThat(AotCache.isFresh(EARLIER, LATER)).isFalse();
        assertThat(AotCache.isFresh(LATER, LATER)).isFalse();
        assertThat(AotCache.isFresh(null, LATER)).isFalse();
        assertThat(AotCache.isFresh(LATER, null)).isFalse();
    }

    @Test
    void an_unfinished_cache_is_not_used() throws IOException {
        var cache = new AotCache(Files.createFile(folder.resolve("quarkus-run.jar")));
        Files.createFile(folder.resolve("app.aot.unfinished"));

        assertThat(cache.useOptions()).isEmpty();
    }

    @Test
    void a_finished_cache_takes_the_place_of_the_stale_one() throws IOException {
        var cache = new AotCache(Files.createFile(folder.resolve("quarkus-run.jar")));
        Files.setLastModifiedTime(cache.jar(), EARLIER);
        Files.writeString(folder.resolve("app.aot"), "stale");
        Files.writeString(folder.resolve("app.aot.unfinished"), "new");

        var adopted = cache.adopt();

        assertThat(adopted).isTrue();
        assertThat(folder.resolve("app.aot")).hasContent("new");
        assertThat(cache.useOptions()).containsExactly("-XX:AOTCache=" + folder.resolve("app.aot"));
    }

    @Test
    void a_training_that_wrote_nothing_changes_nothing() throws IOException {
        var cache = new AotCache(Files.createFile(folder.resolve("quarkus-run.jar")));

        assertThat(cache.adopt()).isFalse();
    }
}
