package org.huisheng.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A process told apart from any later one that is given the same number: its pid and when, in kernel ticks, it started. */
public record ProcessIdentity(long pid, long startTicks) {

    // Counted after the command name, which may itself hold spaces and brackets.
    private static final int STATE = 0;
    private static final int THREADS = 17;
    private static final int START_TICKS = 19;
    private static final Duration POLL = Duration.ofMillis(20);

    public static Optional<ProcessIdentity> of(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return hasEnded(fields)
                    ? Optional.empty()
                    : Optional.of(new ProcessIdentity(pid, Long.parseLong(fields[START_TICKS])));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * A zombie has ended, and only its parent has not looked yet. One that still counts other threads is about to: its main
     * thread is gone, but its files and the locks on them go with the last.
     */
    private static boolean hasEnded(String[] fields) {
        return fields[STATE].equals("Z") && Integer.parseInt(fields[THREADS]) <= 1;
    }

    public static ProcessIdentity ofThisProcess() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** What it was given at its start; only its owner may know. */
    public Map<String, String> environment() {
        try {
            var text = Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.UTF_8);
            return Pattern.compile("\\u0000")
                    .splitAsStream(text)
                    .filter(entry -> entry.indexOf('=') > 0)
                    .collect(Collectors.toMap(
                            entry -> entry.substring(0, entry.indexOf('=')),
                            entry -> entry.substring(entry.indexOf('=') + 1),
                            (first, _) -> first));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return of(pid).equals(Optional.of(this));
    }

    public boolean endsWithin(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            while (isAlive()) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }

    /** Asks the process to end, and ends it by force if it does not. */
    public void end(String signal, Duration patience) {
        signal(signal);
        if (!endsWithin(patience)) {
            signal("KILL");
            endsWithin(patience);
        }
    }

    /** Sends a signal by name, such as {@code TERM}; does nothing when the process has ended. */
    public void signal(String name) {
        if (isAlive()) {
            Commands.run("sh", "-c", "kill -s \"$0\" \"$1\" 2>/dev/null || true", name, Long.toString(pid));
        }
    }
}
