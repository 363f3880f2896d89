package org.huisheng.localstack;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huisheng.localstack.process.StartFailed;
import org.huisheng.localstack.supervisor.DataDirectory;
import org.huisheng.localstack.supervisor.DataLock;
import org.huisheng.localstack.supervisor.Progress;
import org.huisheng.localstack.supervisor.RunRecord;
import org.huisheng.localstack.supervisor.Stack;
import org.huisheng.localstack.supervisor.StackOptions;

/** {@code up} in the foreground: supervises until it is told to end. */
final class Up {

    private final StackOptions options;
    private final DataDirectory data;
    private final AtomicBoolean ending = new AtomicBoolean();

    Up(StackOptions options) {
        this.options = options;
        this.data = new DataDirectory(options.data());
    }

    boolean run() throws InterruptedException {
        var lock = DataLock.take(data);
        if (lock.isEmpty()) {
            return sayWhoIsRunning(data);
        }
        var stack = new Stack(options, data, new Progress(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ending.set(true);
            stack.stop();
            // The lock must be reachable, and so held, until here.
            lock.get().release();
        }));
        try {
            stack.start();
        } catch (StartFailed e) {
            // When we are being ended anyway, the reason is not news.
            if (!ending.get()) {
                System.err.println(e.getMessage());
            }
            return false;
        }
        new CountDownLatch(1).await();
        return true;
    }

    static boolean sayWhoIsRunning(DataDirectory data) {
        var record = RunRecord.read(data);
        var ready = record.filter(running -> running.phase() == RunRecord.Phase.READY);
        System.out.println(
                ready.map(running -> "Already running on " + running.gateway() + " (" + data.stackFile() + ")")
                        .orElse("Another ./huisheng up is just starting on " + data.root()));
        return ready.isPresent();
    }
}
