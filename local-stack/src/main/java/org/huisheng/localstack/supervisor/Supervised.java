package org.huisheng.localstack.supervisor;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.huisheng.localstack.process.Component;
import org.huisheng.localstack.process.OwnProcess;
import org.huisheng.localstack.process.ProcessIdentity;
import org.huisheng.localstack.process.StartFailed;
import org.huisheng.localstack.process.Startup;
import org.jspecify.annotations.Nullable;

/** One component that is started again whenever its process ends without having been asked to. */
final class Supervised {

    private static final Duration FIRST_DELAY = Duration.ofMillis(100);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    private static final Duration STABLE_AFTER = Duration.ofSeconds(20);

    private final Component component;
    private final Runnable letGo;
    private final Consumer<ProcessIdentity> onNewProcess;
    private final Progress progress;
    private @Nullable OwnProcess process;
    private boolean stopping;

    /** @param letGo of the component's ports, right before its process begins: preparing takes a while in which another could take them */
    Supervised(Component component, Runnable letGo, Consumer<ProcessIdentity> onNewProcess, Progress progress) {
        this.component = component;
        this.letGo = letGo;
        this.onNewProcess = onNewProcess;
        this.progress = progress;
    }

    /** Returns when the component is ready, and watches over it from then on. */
    void start() {
        var began = System.nanoTime();
        var first = spawn();
        Startup.await(component, first);
        progress.line("%s ready after %s".formatted(component.name(), Progress.since(began)));
        Thread.ofVirtual().name("watch-" + component.name()).start(() -> watch(first));
    }

    void stop() {
        OwnProcess last;
        synchronized (this) {
            stopping = true;
            last = process;
        }
        if (last != null) {
            last.stop();
        }
    }

    private synchronized OwnProcess spawn() {
        if (stopping) {
            throw new StartFailed(component.name() + " is not started: the stack is stopping");
        }
        component.prepare();
        letGo.run();
        var fresh = OwnProcess.start(component.launch());
        process = fresh;
        onNewProcess.accept(fresh.identity());
        return fresh;
    }

    private void watch(OwnProcess first) {
        var watched = first;
        var delay = FIRST_DELAY;
        try {
            while (true) {
                var began = System.nanoTime();
                var exitCode = watched.waitForExit();
                if (isStopping()) {
                    return;
                }
                if (System.nanoTime() - began > STABLE_AFTER.toNanos()) {
                    delay = FIRST_DELAY;
                }
                progress.line("%s ended with exit code %d; starting it again".formatted(component.name(), exitCode));
                Thread.sleep(delay);
                delay = longer(delay);
                watched = respawn(watched);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process that ended when no new one could be started: the watch then sees it ended and tries again, later. */
    private OwnProcess respawn(OwnProcess ended) {
        try {
            var began = System.nanoTime();
            var fresh = spawn();
            Thread.ofVirtual().start(() -> reportReady(fresh, began));
            return fresh;
        } catch (StartFailed | UncheckedIOException e) {
            if (!isStopping()) {
                progress.line("%s could not be started again: %s".formatted(component.name(), e.getMessage()));
            }
            return ended;
        }
    }

    private void reportReady(OwnProcess fresh, long began) {
        try {
            Startup.await(component, fresh);
            progress.line("%s is back after %s".formatted(component.name(), Progress.since(began)));
        } catch (StartFailed e) {
            if (!isStopping()) {
                progress.line("%s".formatted(e.getMessage()));
            }
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private static Duration longer(Duration delay) {
        var doubled = delay.multipliedBy(2);
        return doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
    }
}
