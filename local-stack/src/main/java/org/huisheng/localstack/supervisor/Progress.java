package org.huisheng.localstack.supervisor;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person waiting what is going on, and how long it has taken so far. */
public final class Progress {

    private final PrintStream out;
    private final long began = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.printf(Locale.ROOT, "[%7s] %s%n", since(began), text);
        out.flush();
    }

    void plain(String text) {
        out.println(text);
        out.flush();
    }

    static String since(long nanoTime) {
        var elapsed = Duration.ofNanos(System.nanoTime() - nanoTime);
        return "%.1f s".formatted(elapsed.toMillis() / 1000.0);
    }
}
