package org.huisheng.kit.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot answer just now from one that refuses what it was given. */
public final class DatabaseOutage {

    private DatabaseOutage() {}

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
