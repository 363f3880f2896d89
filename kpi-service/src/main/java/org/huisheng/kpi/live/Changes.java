package org.huisheng.kpi.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;

/** Tells cheaply whether the figures of a period may have changed. */
@ApplicationScoped
class Changes {

    /** Sums beside the time: of two processes the one that commits last may have the earlier clock. */
    private static final String STATE = """
            SELECT concat_ws(' ',
                (SELECT concat_ws(' ', max(updated_at), sum(n), sum(sum), sum(sum_of_squares))
                 FROM cell WHERE month BETWEEN ? AND ?),
                (SELECT count(*) FROM contract WHERE year = ?),
                (SELECT concat_ws(' ', count(*), sum(version)) FROM department))
            """;

    private final Database database;

    Changes(Database database) {
        this.database = database;
    }

    String state(Period period) {
        return database.read(STATE, row -> row.getString(1), period.from(), period.to(), period.year())
                .getFirst();
    }
}
