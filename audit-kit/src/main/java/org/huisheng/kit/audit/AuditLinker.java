package org.huisheng.kit.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.kit.audit.AuditChain.Head;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives entries their places in the chain, some at a time and one linker per service, elected for each batch by an advisory
 * lock. A place is given to what is committed, so there is never a gap that somebody might still fill.
 */
@ApplicationScoped
class AuditLinker {

    private static final Logger LOG = Logger.getLogger(AuditLinker.class);
    static final int AT_ONCE = 500;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** The log file, which the database's owner need not own, then knows heads too. */
    private static final Duration HEAD_IS_TOLD_EVERY = Duration.ofHours(1);

    private final DataSource dataSource;
    private final String service;
    private final boolean enabled;
    private volatile boolean stopping;
    private @Nullable Thread thread;
    private long toldAt = System.nanoTime();
    private long told = -1;

    AuditLinker(
            DataSource dataSource,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "huisheng.audit.linker-enabled", defaultValue = "true") boolean enabled) {
        this.dataSource = dataSource;
        this.service = service;
        this.enabled = enabled;
    }

    void start(@Observes @Priority(5000) StartupEvent event) {
        if (enabled) {
            thread = Thread.ofPlatform().daemon().name("audit-linker").start(this::run);
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
            try {
                DatabaseOutage.orNextTime(LOG, "Entries of the audit log wait to be linked", this::linkAll);
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopRequested) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException fault) {
                if (stopping) {
                    return;
                }
                // Nobody else would link if this thread ended.
                LOG.error("The linker of the audit log failed and starts anew", fault);
                pause();
            }
        }
    }

    private void linkAll() throws SQLException {
        var linked = AT_ONCE;
        while (linked == AT_ONCE && !stopping) {
            linked = linkSome();
        }
    }

    int linkSome() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var linked = link(connection, service, AT_ONCE);
                connection.commit();
                return linked;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** In the connection's transaction. @return how many; none if somebody else is at it */
    int link(Connection connection, String ofService, int limit) throws SQLException {
        if (!AuditRows.lead(connection)) {
            return 0;
        }
        var head = AuditRows.head(connection).orElseGet(() -> new Head(0, AuditEntry.start(ofService)));
        var linked = new ArrayList<LinkedEntry>();
        for (var entry : AuditRows.waiting(connection, limit)) {
            var next = LinkedEntry.after(head.hash(), head.position() + 1, entry);
            linked.add(next);
            head = new Head(next.position(), next.hash());
        }
        if (!linked.isEmpty()) {
            AuditRows.link(connection, linked);
            AuditRows.moveHead(connection, head);
        }
        tell(head);
        return linked.size();
    }

    private void tell(Head head) {
        var now = System.nanoTime();
        if (told != head.position() && (told < 0 || now - toldAt > HEAD_IS_TOLD_EVERY.toNanos())) {
            told = head.position();
            toldAt = now;
            LOG.infof(
                    "Audit log: %d entries, head %s",
                    head.position(), HexFormat.of().formatHex(head.hash()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopRequested) {
            Thread.currentThread().interrupt();
        }
    }
}
