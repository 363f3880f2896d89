package org.huisheng.localstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process we started, in a session of its own so that the terminal's Ctrl-C reaches only us and we end it in order. */
public final class OwnProcess {

    private final Process process;
    private final ProcessIdentity identity;
    private final Launch launch;

    private OwnProcess(Process process, Launch launch) {
        this.process = process;
        this.launch = launch;
        // Already gone: an identity nothing can match.
        this.identity = ProcessIdentity.of(process.pid()).orElse(new ProcessIdentity(process.pid(), -1));
    }

    public static OwnProcess start(Launch launch) {
        List<String> command = new ArrayList<>();
        command.add("setsid");
        command.addAll(launch.command());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(launch.output().toFile())
                .directory(launch.output().resolveSibling(".").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(launch.environment());
        try {
            return new OwnProcess(builder.start(), launch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ProcessIdentity identity() {
        return identity;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int waitForExit() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends the process as it likes to be ended, or by force when it takes too long. */
    public void stop() {
        if (!process.isAlive()) {
            return;
        }
        identity.signal(launch.stopSignal());
        try {
            if (!process.waitFor(launch.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    public void kill() throws InterruptedException {
        // A JVM in training has a child that writes its cache.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}
