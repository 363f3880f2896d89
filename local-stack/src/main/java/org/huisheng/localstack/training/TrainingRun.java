package org.huisheng.localstack.training;

import org.huisheng.localstack.process.Component;
import org.huisheng.localstack.process.OwnProcess;
import org.huisheng.localstack.process.StartFailed;
import org.huisheng.localstack.process.Startup;
import org.jspecify.annotations.Nullable;

/** One service started, used a little and ended, so that its JVM writes down what it loaded and linked. */
public final class TrainingRun {

    private final Component service;
    private final AotCache cache;
    private final Warmup warmup;
    private @Nullable OwnProcess process;
    private boolean aborted;

    /** @param service launched with the cache's training options, and patient enough for the dump at its end */
    public TrainingRun(Component service, AotCache cache, String url) {
        this.service = service;
        this.cache = cache;
        this.warmup = new Warmup(url);
    }

    public String name() {
        return service.name();
    }

    public void start() {
        Startup.await(service, spawn());
    }

    public void warmUp() {
        warmup.run();
    }

    /** Ends the service and waits for the dump. */
    public void finish() {
        OwnProcess last;
        synchronized (this) {
            last = process;
        }
        if (last == null) {
            return;
        }
        last.stop();
        if (!cache.adopt()) {
            throw new StartFailed(service.name() + " wrote no AOT cache, see "
                    + service.launch().output());
        }
    }

    /** Ends it without a cache, the program that writes the dump included. */
    public synchronized void abort() {
        aborted = true;
        if (process != null) {
            kill(process);
        }
        cache.discardUnfinished();
    }

    private static void kill(OwnProcess process) {
        try {
            process.kill();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized OwnProcess spawn() {
        if (aborted) {
            throw new StartFailed("The training of " + service.name() + " was called off");
        }
        cache.discardUnfinished();
        service.prepare();
        var started = OwnProcess.start(service.launch());
        process = started;
        return started;
    }
}
