package org.huisheng.kpi.sql;

import java.sql.SQLException;

/** Carries what the database said to where it is decided whether to retry, refuse or fail. */
public final class DatabaseFailure extends RuntimeException {

    private static final String CANCELED = "57014";

    public DatabaseFailure(SQLException cause) {
        super(cause);
    }

    /** Whether the statement was ended because it took too long. */
    public boolean tookTooLong() {
        return getCause() instanceof SQLException cause && CANCELED.equals(cause.getSQLState());
    }
}
