package org.huisheng.kpi.sql;

import java.sql.SQLException;

/** Carries what the database said to where it is decided whether to retry, refuse or fail. */
public final class DatabaseFailure extends RuntimeException {

    private static final String CANCELED = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    public DatabaseFailure(SQLException cause) {
        super(cause);
    }

    /** Whether the statement was ended because it took too long. */
    public boolean tookTooLong() {
        return is(CANCELED);
    }

    /** Whether the statement was ended because others held what it needed. */
    public boolean waitedTooLong() {
        return is(LOCK_NOT_AVAILABLE);
    }

    private boolean is(String state) {
        return getCause() instanceof SQLException cause && state.equals(cause.getSQLState());
    }
}
