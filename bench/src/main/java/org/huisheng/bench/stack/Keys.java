package org.huisheng.bench.stack;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Which observations there are. */
public final class Keys {

    private static final int ROWS_AT_ONCE = 10_000;

    private Keys() {}

    /** As the feed names them: the event's id, and the place within the event. */
    public static Set<String> of(BenchStack stack) throws IOException, SQLException {
        var keys = new HashSet<String>();
        try (var connection = stack.database("kpi")) {
            connection.setAutoCommit(false);
            try (var select = connection.createStatement()) {
                select.setFetchSize(ROWS_AT_ONCE);
                try (var rows = select.executeQuery("SELECT event_id || '/' || ordinal FROM observation")) {
                    while (rows.next()) {
                        keys.add(rows.getString(1));
                    }
                }
            }
        }
        return keys;
    }
}
