package org.huisheng.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Steps that do not depend on each other, some at a time: the stack has more to give than one caller can take. */
final class Together {

    private static final int AT_ONCE = 6;

    private Together() {}

    static void run(List<? extends Callable<@Nullable Void>> steps) throws IOException, InterruptedException {
        run(steps, AT_ONCE);
    }

    /** The first failure ends it all, and is the caller's. */
    static void run(List<? extends Callable<@Nullable Void>> steps, int atOnce)
            throws IOException, InterruptedException {
        var executor = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory());
        try {
            var completions = new ExecutorCompletionService<@Nullable Void>(executor);
            steps.forEach(completions::submit);
            for (var left = steps.size(); left > 0; left--) {
                completions.take().get();
            }
        } catch (ExecutionException e) {
            throw reason(e);
        } finally {
            executor.shutdownNow();
            executor.close();
        }
    }

    private static IOException reason(ExecutionException e) {
        return switch (e.getCause()) {
            case IOException failure -> failure;
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            case null, default -> new IOException(e);
        };
    }
}
