package org.huisheng.bench.stack;

import java.io.IOException;

/**
 * A service that stands still: what it would have to do gathers meanwhile, and unlike one that was stopped it goes on with
 * everything compiled.
 */
public final class Paused implements AutoCloseable {

    private final long pid;

    private Paused(long pid) {
        this.pid = pid;
    }

    public static Paused of(BenchStack stack, String service) throws IOException, InterruptedException {
        var paused = new Paused(stack.pid(service));
        paused.signal("STOP");
        return paused;
    }

    private void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start();
        if (kill.waitFor() != 0) {
            throw new IOException("kill -" + name + " ended with " + kill.exitValue());
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        signal("CONT");
    }
}
