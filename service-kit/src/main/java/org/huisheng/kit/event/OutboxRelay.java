package org.huisheng.kit.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.kit.database.OwnConnections;
import org.huisheng.kit.event.OutboxRows.Row;
import org.huisheng.kit.trace.Tracing;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Forwards the outbox to Kafka: one relay per service (an advisory lock elects it), in order of {@code seq}, in large
 * pipelined batches, woken by NOTIFY. A row is deleted after Kafka has acknowledged it, so a crash anywhere sends it
 * again and never loses it; consumers recognise the repeated id.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int NOTIFICATION_WAIT_MS = 500;
    private static final int FEW = 3;

    // Losing a deletion in a crash only sends an event twice, which consumers expect; so it need not wait for the disk.
    private static final Map<String, String> SESSION =
            Map.of("synchronous_commit", "off", "plan_cache_mode", "force_generic_plan");

    private final RelayConfig config;
    private final OwnConnections connections;
    private final String bootstrapServers;
    private final String source;
    private final Tracing tracing;
    private final Clock clock;
    private final Counter published;

    private volatile boolean stopping;
    private @Nullable Thread thread;

    OutboxRelay(
            RelayConfig config,
            OwnConnections connections,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String application,
            Tracing tracing,
            Clock clock,
            MeterRegistry metrics) {
        this.config = config;
        this.connections = connections;
        this.bootstrapServers = bootstrapServers;
        this.tracing = tracing;
        this.clock = clock;
        this.source = "/huisheng/" + application;
        this.published = metrics.counter("huisheng.outbox.published");
    }

    void start(@Observes @Priority(5000) StartupEvent event) {
        if (config.enabled()) {
            thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(2));
        }
    }

    private void run() {
        while (!stopping) {
            try (var connection = connections.open("outbox-relay", SESSION)) {
                if (lead(connection)) {
                    relay(connection);
                } else {
                    pause();
                }
            } catch (InterruptedException stopRequested) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | KafkaException outage) {
                if (stopping) {
                    return;
                }
                LOG.warnf("Outbox relay waits: %s", outage.getMessage());
                pause();
            } catch (RuntimeException fault) {
                // Nobody else would forward the events if this thread ended.
                LOG.error("Outbox relay failed and starts anew", fault);
                pause();
            }
        }
    }

    private static boolean lead(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var locked = statement.executeQuery("SELECT pg_try_advisory_lock(hashtext('outbox-relay'))")) {
            return locked.next() && locked.getBoolean(1);
        }
    }

    private void relay(Connection connection) throws SQLException, InterruptedException {
        var rows = new OutboxRows(connection, source, tracing);
        var retention = new InboxRetention(config.inboxRetention());
        var notifications = connection.unwrap(PGConnection.class);
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN outbox");
        }
        try (var publisher = new KafkaPublisher(bootstrapServers, config.topicPartitions())) {
            while (!stopping) {
                var waiting = rows.oldest(config.batchSize());
                if (waiting.isEmpty()) {
                    retention.forgetOld(connection);
                    notifications.getNotifications(NOTIFICATION_WAIT_MS);
                    continue;
                }
                var start = clock.instant();
                var sent = publisher.publish(waiting);
                rows.delete(sent);
                trace(sent, start);
                published.increment(sent.size());
                if (sent.size() > FEW && sent.size() < config.batchSize()) {
                    // Under load: a few large rounds cost the broker and the consumers far less than many small ones.
                    Thread.sleep(config.linger());
                }
            }
        }
    }

    private void trace(List<Row> sent, Instant start) {
        var end = clock.instant();
        for (var row : sent) {
            if (row.place() != null) {
                tracing.sent(row.message().topic(), row.place(), row.from(), start, end);
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.retryDelay());
        } catch (InterruptedException stopRequested) {
            Thread.currentThread().interrupt();
        }
    }
}
