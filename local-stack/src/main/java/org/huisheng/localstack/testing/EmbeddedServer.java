package org.huisheng.localstack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.huisheng.localstack.process.Component;
import org.huisheng.localstack.process.OwnProcess;
import org.huisheng.localstack.process.PrivateFiles;
import org.huisheng.localstack.process.ProcessIdentity;
import org.huisheng.localstack.process.Startup;
import org.huisheng.localstack.process.Watchdog;

/**
 * A component as a process that does not outlive this JVM. All it knows of the process is in a file: Quarkus may load this class twice, once
 * for the test resource and once for the test, and both must handle the same process.
 */
final class EmbeddedServer implements TestServer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Watchdog WATCHDOG = new Watchdog();

    private final Component component;
    private final Path identity;

    EmbeddedServer(Component component, Path directory) {
        this.component = component;
        this.identity = directory.resolve("process");
    }

    @Override
    public void start() {
        if (running().isPresent()) {
            return;
        }
        component.prepare();
        var process = OwnProcess.start(component.launch());
        WATCHDOG.guard(process.identity());
        PrivateFiles.write(
                identity, process.identity().pid() + " " + process.identity().startTicks());
        Startup.await(component, process);
    }

    @Override
    public void stop() {
        running().ifPresent(process -> process.end(component.launch().stopSignal(), PATIENCE));
    }

    @Override
    public void kill() {
        running().ifPresent(process -> process.end("KILL", PATIENCE));
    }

    private Optional<ProcessIdentity> running() {
        if (!Files.exists(identity)) {
            return Optional.empty();
        }
        try {
            var fields = Files.readString(identity).split(" ");
            return Optional.of(new ProcessIdentity(Long.parseLong(fields[0]), Long.parseLong(fields[1])))
                    .filter(ProcessIdentity::isAlive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
