package org.huisheng.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.huisheng.localstack.process.ProcessIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForegroundTest {

    private static final String PORT = "19580";

    @TempDir
    Path folder;

    @Test
    void ctrl_c_ends_everything() throws Exception {
        var data = new DataDirectory(folder.resolve("data"));
        var launcher = new Launcher(StandInProject.in(folder).root());
        var process = launcher.start(
                "up", "--no-demo", "--port", PORT, "--data", data.root().toString());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> RunRecord.read(data)
                        .filter(record -> record.phase() == RunRecord.Phase.READY)
                        .isPresent());
        var before = RunRecord.read(data).orElseThrow();

        before.supervisor().signal("INT");

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(before.processes().values()).noneMatch(ProcessIdentity::isAlive);
        assertThat(data.stackFile()).doesNotExist();
    }

    @Test
    void a_service_that_does_not_start_is_shown_with_its_last_words() throws IOException {
        var data = new DataDirectory(folder.resolve("data"));
        var project = StandInProject.in(folder).withBroken(ServiceName.KPI);

        var outcome = new Launcher(project.root())
                .run("up", "--no-demo", "--port", PORT, "--data", data.root().toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("kpi ended at start with exit code 1", "NoSuchClass");
        assertThat(RunRecord.read(data)).isEmpty();
    }
}
