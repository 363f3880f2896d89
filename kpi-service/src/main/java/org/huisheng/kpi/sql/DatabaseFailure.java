package org.huisheng.kpi.sql;

import java.sql.SQLException;

/** Carries what the database said to where it is decided whether to retry, refuse or fail. */
public final class DatabaseFailure extends RuntimeException {

    DatabaseFailure(SQLException cause) {
        super(cause);
    }
}
