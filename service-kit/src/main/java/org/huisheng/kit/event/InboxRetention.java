package org.huisheng.kit.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Keeps the inbox from growing for ever: now and then some of what is too old to be delivered again goes. */
final class InboxRetention {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Duration kept;
    private long nextAt = System.nanoTime();

    InboxRetention(Duration kept) {
        this.kept = kept;
    }

    /** Cheap to call often; a bounded piece of work each time it is due. */
    void forgetOld(Connection connection) throws SQLException {
        if (System.nanoTime() - nextAt < 0) {
            return;
        }
        nextAt = System.nanoTime() + PAUSE.toNanos();
        try (var delete = connection.prepareStatement("""
                DELETE FROM inbox WHERE ctid IN (
                    SELECT ctid FROM inbox WHERE received_at < clock_timestamp() - make_interval(secs => ?)
                    ORDER BY received_at LIMIT 10000)
                """)) {
            delete.setDouble(1, kept.toSeconds());
            delete.executeUpdate();
        }
    }
}
