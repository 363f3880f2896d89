package org.huisheng.kpi.rebuild;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.database.OwnConnections;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kpi.observation.FrozenMonths;
import org.huisheng.kpi.sql.DatabaseFailure;
import org.jboss.logging.Logger;

/**
 * Makes the cells anew, one rebuild at a time however many instances there are: it holds a lock of its session while it
 * runs. Whose process ended leaves the lock, and what it began counts as failed when the next begins.
 */
@ApplicationScoped
class RunRebuild {

    private static final Logger LOG = Logger.getLogger(RunRebuild.class);

    private final Rebuilds rebuilds;
    private final ReplayLog replayLog;
    private final Recount recount;
    private final FrozenMonths frozenMonths;
    private final OwnConnections connections;
    private final Clock clock;

    RunRebuild(
            Rebuilds rebuilds,
            ReplayLog replayLog,
            Recount recount,
            FrozenMonths frozenMonths,
            OwnConnections connections,
            Clock clock) {
        this.rebuilds = rebuilds;
        this.replayLog = replayLog;
        this.recount = recount;
        this.frozenMonths = frozenMonths;
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * Begins one, and returns.
     *
     * @throws Conflict if one is running
     */
    UUID begin(Rebuild.Source source, String by) {
        var lock = lock();
        try {
            var id = Uuid7.at(now());
            QuarkusTransaction.requiringNew().run(() -> {
                rebuilds.failUnfinished(now());
                rebuilds.begin(id, source, by, now());
            });
            Thread.ofVirtual().name("rebuild-" + id).start(() -> run(id, source, lock));
            return id;
        } catch (RuntimeException failure) {
            close(lock);
            throw failure;
        }
    }

    private Connection lock() {
        try {
            var connection = connections.open("rebuild", Map.of());
            try (var statement = connection.createStatement();
                    var locked = statement.executeQuery("SELECT pg_try_advisory_lock(hashtext('rebuild'))")) {
                if (locked.next() && locked.getBoolean(1)) {
                    return connection;
                }
            }
            connection.close();
            throw new Conflict("rebuild-running");
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private void run(UUID id, Rebuild.Source source, Connection lock) {
        try {
            var recovered = source == Rebuild.Source.LOG ? replay(id) : 0;
            recount.find(id);
            QuarkusTransaction.requiringNew().run(() -> {
                frozenMonths.holdCells();
                recount.correct(id, now());
                rebuilds.done(id, recovered, now());
            });
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Rebuild %s failed", id);
            rebuilds.failed(id, now());
        } finally {
            close(lock);
        }
    }

    /** @return how many observations were only in the log */
    private long replay(UUID id) {
        var before = rebuilds.observations();
        replayLog.replay(records -> rebuilds.replayed(id, records));
        return rebuilds.observations() - before;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void close(Connection lock) {
        try {
            lock.close();
        } catch (SQLException gone) {
            LOG.debug("The session that held the lock is gone, and its lock with it", gone);
        }
    }
}
