package org.huisheng.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/** Waiting for a started process to be ready, and saying why it is not. */
public final class Startup {

    private static final Duration POLL = Duration.ofMillis(25);
    private static final int TAIL_LINES = 30;

    private Startup() {}

    public static OwnProcess startAndAwait(Component component) {
        component.prepare();
        var process = OwnProcess.start(component.launch());
        await(component, process);
        return process;
    }

    public static void await(Component component, OwnProcess process) {
        var deadline = System.nanoTime() + component.startLimit().toNanos();
        try {
            while (!component.isReady()) {
                if (!process.isAlive()) {
                    throw new StartFailed(component.name() + " ended at start with exit code " + process.waitForExit()
                            + ":\n" + tails(component));
                }
                if (System.nanoTime() > deadline) {
                    process.stop();
                    throw new StartFailed("%s was not ready after %d s:\n%s"
                            .formatted(component.name(), component.startLimit().toSeconds(), tails(component)));
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.stop();
            throw new IllegalStateException("Interrupted while starting " + component.name(), e);
        }
    }

    private static String tails(Component component) {
        return component.logs().stream()
                .map(Startup::tail)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String tail(Path file) {
        try {
            var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException _) {
            return "";
        }
    }
}
