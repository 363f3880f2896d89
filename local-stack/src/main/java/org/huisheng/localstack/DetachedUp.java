package org.huisheng.localstack;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huisheng.localstack.supervisor.DataDirectory;
import org.huisheng.localstack.supervisor.DataLock;
import org.huisheng.localstack.supervisor.RunRecord;
import org.huisheng.localstack.supervisor.StackOptions;

/** {@code up --detach}: the supervisor goes on in the background; we show what it says and return when it is ready. */
final class DetachedUp {

    private static final Duration POLL = Duration.ofMillis(50);

    private final StackOptions options;
    private final DataDirectory data;
    private final Map<String, String> environment;

    DetachedUp(StackOptions options) {
        this(options, System.getenv());
    }

    /** @param environment in which it runs, whatever ours is */
    DetachedUp(StackOptions options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
        this.data = new DataDirectory(options.data());
    }

    boolean run() throws InterruptedException {
        var lock = DataLock.take(data);
        if (lock.isEmpty()) {
            return Up.sayWhoIsRunning(data);
        }
        lock.get().release();
        var supervisor = startSupervisor();
        var giveUp = new Thread(supervisor::destroy);
        Runtime.getRuntime().addShutdownHook(giveUp);
        try (var log = new RandomAccessFile(data.supervisorLog().toFile(), "r")) {
            while (supervisor.isAlive() && !isReady(supervisor)) {
                copyNew(log);
                Thread.sleep(POLL);
            }
            copyNew(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().removeShutdownHook(giveUp);
        // A supervisor that found another one running says so and ends well.
        return supervisor.isAlive() || supervisor.exitValue() == 0;
    }

    private Process startSupervisor() {
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dhuisheng.home=" + options.projectRoot(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments());
        try {
            Files.deleteIfExists(data.supervisorLog());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(data.supervisorLog().toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(
                List.of("up", "--data", data.root().toString(), "--port", Integer.toString(options.port())));
        if (!options.demo()) {
            arguments.add("--no-demo");
        }
        if (!options.rateLimits()) {
            arguments.add("--no-limits");
        }
        if (options.infrastructureOnly()) {
            arguments.add("--infrastructure-only");
        }
        return arguments;
    }

    private boolean isReady(Process supervisor) {
        return RunRecord.read(data)
                .filter(record -> record.supervisor().pid() == supervisor.pid())
                .filter(record -> record.phase() == RunRecord.Phase.READY)
                .isPresent();
    }

    private static void copyNew(RandomAccessFile log) throws IOException {
        var bytes = new byte[(int) (log.length() - log.getFilePointer())];
        log.readFully(bytes);
        System.out.write(bytes);
        System.out.flush();
    }
}
