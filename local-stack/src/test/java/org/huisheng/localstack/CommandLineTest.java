package org.huisheng.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final Path PROJECT = Path.of("/a project");
    private static final Path HERE = Path.of("/here");

    @Test
    void up_has_sensible_defaults() {
        var up = (CommandLine.Command.Up) parse("up");

        assertThat(up.detach()).isFalse();
        assertThat(up.options().port()).isEqualTo(8080);
        assertThat(up.options().demo()).isTrue();
        assertThat(up.options().rateLimits()).isTrue();
        assertThat(up.options().data()).isEqualTo(Path.of("/a project/.huisheng"));
    }

    @Test
    void up_takes_every_option() {
        var up = (CommandLine.Command.Up)
                parse("up --detach --port 9000 --data d --no-demo --no-limits --infrastructure-only".split(" "));

        assertThat(up.detach()).isTrue();
        assertThat(up.options().port()).isEqualTo(9000);
        assertThat(up.options().data()).isEqualTo(Path.of("/here/d"));
        assertThat(up.options().demo()).isFalse();
        assertThat(up.options().rateLimits()).isFalse();
        assertThat(up.options().infrastructureOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "up --port",
                "up --port zero",
                "up --port 0",
                "up --port 65536",
                "up --fast",
                "up now",
                "down --port 1",
                "status --detach",
                "status --from-log",
                "rebuild-kpi --json",
                "logs nobody",
                "verify-seals --json",
                "verify-audit --json",
                "doctor now",
                "doctor --port x",
                "backup",
                "backup --pause",
                "backup a b",
                "restore a",
                "restore --data d",
                "restore a --data d --pause",
                "logs survey kpi"
            })
    void refuses_what_makes_no_sense(String line) {
        assertThatThrownBy(() -> parse(line.isEmpty() ? new String[0] : line.split(" ")))
                .isInstanceOf(UsageError.class);
    }

    @Test
    void logs_follows_a_named_log() {
        var logs = (CommandLine.Command.Logs) parse("logs", "survey", "-f");

        assertThat(logs.name()).contains("survey");
        assertThat(logs.follow()).isTrue();
    }

    @Test
    void a_backup_is_written_where_the_caller_is() {
        var backup = (CommandLine.Command.Backup) parse("backup", "b.zip", "--pause");

        assertThat(backup.file()).isEqualTo(Path.of("/here/b.zip"));
        assertThat(backup.data().root()).isEqualTo(Path.of("/a project/.huisheng"));
        assertThat(backup.pause()).isTrue();
    }

    private static CommandLine.Command parse(String... arguments) {
        return CommandLine.parse(PROJECT, HERE, List.of(arguments));
    }
}
