package org.huisheng.survey.response;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.huisheng.kit.database.OwnConnections;
import org.huisheng.kit.platform.DatabaseOutage;
import org.huisheng.kit.problem.DomainException.Busy;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: whatever waits is written by one statement and one flush to disk. A submission is answered only after
 * the commit, so a crash before it leaves an unanswered client, who posts the same id again.
 *
 * <p>A writer under load lingers a moment until about as many have gathered as last time. Idle, it never waits.
 */
@ApplicationScoped
class ResponseWriter {

    private static final Logger LOG = Logger.getLogger(ResponseWriter.class);
    private static final int FEW = 3;

    private final OwnConnections connections;
    private final IntakeConfig config;
    private final BlockingQueue<Pending> queue;
    private final Counter refused;
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean stopping;

    /** @param loop where the answer is to be given, so that answers of one commit wake each loop once */
    private record Pending(
            IntakeRow row,
            CompletableFuture<@Nullable Stored> answer,
            @Nullable EventLoop loop) {}

    ResponseWriter(OwnConnections connections, IntakeConfig config, MeterRegistry metrics) {
        this.connections = connections;
        this.config = config;
        this.queue = new ArrayBlockingQueue<>(config.queueSize());
        this.refused = metrics.counter("huisheng.intake.refused");
        metrics.gauge("huisheng.intake.waiting", queue, BlockingQueue::size);
        metrics.gauge("huisheng.intake.capacity", config, IntakeConfig::queueSize);
    }

    void start(@Observes StartupEvent event) {
        for (var number = 1; number <= config.writers(); number++) {
            writers.add(Thread.ofPlatform()
                    .daemon()
                    .name("response-writer-" + number)
                    .start(this::run));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        for (var writer : writers) {
            writer.join(Duration.ofSeconds(5));
        }
    }

    /**
     * @return completes after the commit; null when the campaign is not open (any more)
     * @throws Busy if too many are waiting already
     */
    CompletionStage<@Nullable Stored> write(IntakeRow row) {
        var answer = new CompletableFuture<@Nullable Stored>();
        var context = Vertx.currentContext();
        var loop = context instanceof ContextInternal internal ? internal.nettyEventLoop() : null;
        if (stopping || !queue.offer(new Pending(row, answer, loop))) {
            refused.increment();
            throw new Busy();
        }
        return answer;
    }

    private void run() {
        try (var session = new WriterSession(connections)) {
            run(session);
        }
    }

    private void run(WriterSession session) {
        var batch = new ArrayList<Pending>(config.batchSize());
        var last = 0;
        while (true) {
            try {
                gather(batch, last);
            } catch (InterruptedException unexpected) {
                LOG.warn("Interrupted; going on, as only a shutdown ends a writer");
            }
            if (!batch.isEmpty()) {
                commit(batch, session);
            } else if (stopping) {
                return;
            }
            last = batch.size();
            batch.clear();
        }
    }

    private void gather(List<Pending> batch, int last) throws InterruptedException {
        var first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        batch.add(first);
        queue.drainTo(batch, config.batchSize() - 1);
        if (last > FEW) {
            var deadline = System.nanoTime() + config.linger().toNanos();
            while (batch.size() < last) {
                var next = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    return;
                }
                batch.add(next);
                queue.drainTo(batch, config.batchSize() - batch.size());
            }
        }
    }

    private void commit(List<Pending> batch, WriterSession session) {
        try {
            answer(batch, session.run(connection -> store(batch, connection)));
        } catch (SQLException failure) {
            if (batch.size() == 1 || DatabaseOutage.is(failure)) {
                batch.forEach(pending -> fail(pending, failure));
            } else {
                LOG.warnf(
                        "A commit of %d responses failed (%s); trying each alone", batch.size(), failure.getMessage());
                batch.forEach(pending -> commit(List.of(pending), session));
            }
        } catch (RuntimeException fault) {
            // A writer that died would leave its clients, and all later ones, without an answer.
            LOG.error("A commit failed", fault);
            batch.forEach(pending -> fail(pending, fault));
        }
    }

    private static HashMap<UUID, Stored> store(List<Pending> batch, Connection connection) throws SQLException {
        // Of one id posted twice at once the first is stored; the second then finds it, as any later one would.
        var rows = new LinkedHashMap<UUID, IntakeRow>();
        batch.forEach(pending -> rows.putIfAbsent(pending.row().responseId(), pending.row()));
        var stored = new HashMap<UUID, Stored>();
        var inserted = ResponseRows.insert(connection, List.copyOf(rows.values()));
        for (var row : rows.values()) {
            if (inserted.contains(row.responseId())) {
                stored.put(row.responseId(), new Stored(row.responseId(), row.content(), row.receivedAt(), true));
            }
        }
        if (inserted.size() < rows.size()) {
            rows.keySet().removeAll(inserted);
            stored.putAll(ResponseRows.find(connection, rows.keySet()));
        }
        return stored;
    }

    private static void answer(List<Pending> batch, HashMap<UUID, Stored> stored) {
        var byLoop = new HashMap<@Nullable EventLoop, List<Runnable>>();
        for (var pending : batch) {
            var id = pending.row().responseId();
            var found = stored.get(id);
            if (found != null && found.fresh()) {
                stored.put(id, new Stored(id, found.content(), found.receivedAt(), false));
            }
            byLoop.computeIfAbsent(pending.loop(), loop -> new ArrayList<>())
                    .add(() -> pending.answer().complete(found));
        }
        byLoop.forEach((loop, answers) -> {
            if (loop == null) {
                answers.forEach(Runnable::run);
            } else {
                loop.execute(() -> answers.forEach(Runnable::run));
            }
        });
    }

    private static void fail(Pending pending, Exception failure) {
        if (pending.loop() == null) {
            pending.answer().completeExceptionally(failure);
        } else {
            pending.loop().execute(() -> pending.answer().completeExceptionally(failure));
        }
    }
}
