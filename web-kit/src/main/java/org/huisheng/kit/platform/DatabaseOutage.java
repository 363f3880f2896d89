package org.huisheng.kit.platform;

import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot answer just now from one that refuses what it was given. */
public final class DatabaseOutage {

    /** What a job does when its time has come. */
    @FunctionalInterface
    public interface Round {
        void run() throws SQLException;
    }

    private DatabaseOutage() {}

    /**
     * For jobs that come again by themselves: while the database cannot answer, a line in the log is all there is to it.
     * Whatever else is wrong is thrown, for the scheduler to log it whole.
     *
     * @param waits what is not done until then, as a sentence without its end
     */
    public static void orNextTime(Logger log, String waits, Round round) {
        try {
            round.run();
        } catch (SQLException | RuntimeException failure) {
            if (!isPassing(failure)) {
                throw failure instanceof RuntimeException bug ? bug : new IllegalStateException(failure);
            }
            log.warnf("%s: %s", waits, failure.getMessage());
        }
    }

    /** Whether the same again may go through later, with nothing changed: an outage, or a transaction that lost a race. */
    public static boolean isPassing(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return is(sql) || state(sql).startsWith("40");
            }
        }
        return false;
    }

    /** No connection in time, connection lost, server going down, starting or out of room; without a state no server spoke. */
    public static boolean is(SQLException failure) {
        var state = state(failure);
        return state.isEmpty() || state.startsWith("08") || state.startsWith("57") || state.startsWith("53");
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }
}
