package org.huisheng.survey.response;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.huisheng.kit.database.OwnConnections;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The connection one writer keeps. Of one thread. */
final class WriterSession implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WriterSession.class);

    /** Planning the insert anew takes longer than running it, and the plan is the same for any batch. */
    private static final Map<String, String> SETTINGS = Map.of("plan_cache_mode", "force_generic_plan");

    private final OwnConnections connections;
    private @Nullable Connection connection;

    WriterSession(OwnConnections connections) {
        this.connections = connections;
    }

    /** Something that may be done twice, should its answer be lost with the connection. */
    @FunctionalInterface
    interface Repeatable<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Tries again on a new connection when an old one turns out to be dead: the server may have been restarted since. */
    <T> T run(Repeatable<T> work) throws SQLException {
        var kept = connection;
        if (kept != null) {
            try {
                return work.run(kept);
            } catch (SQLException failure) {
                if (!DatabaseOutage.is(failure)) {
                    throw failure;
                }
                close();
            }
        }
        var opened = connections.open("response-writer", SETTINGS);
        connection = opened;
        try {
            return work.run(opened);
        } catch (SQLException failure) {
            if (DatabaseOutage.is(failure)) {
                close();
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        var kept = connection;
        connection = null;
        if (kept != null) {
            try {
                kept.close();
            } catch (SQLException alreadyDead) {
                LOG.debugf("Closing a lost connection: %s", alreadyDead.getMessage());
            }
        }
    }
}
