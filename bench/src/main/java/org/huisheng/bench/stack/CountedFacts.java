package org.huisheng.bench.stack;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** How many observations the scores count so far. It is read off the cells, of which there are few, so looking costs little. */
public final class CountedFacts implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);

    private final Connection connection;
    private final PreparedStatement select;

    private CountedFacts(Connection connection, PreparedStatement select) {
        this.connection = connection;
        this.select = select;
    }

    public static CountedFacts of(BenchStack stack) throws IOException, SQLException {
        var connection = stack.database("kpi");
        return new CountedFacts(connection, connection.prepareStatement("SELECT coalesce(sum(n), 0) FROM cell"));
    }

    public long now() throws SQLException {
        try (var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** @return when it was so */
    public Instant await(long expected, Duration patience) throws IOException, SQLException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var counted = now();
            if (counted == expected) {
                return Instant.now();
            }
            if (counted > expected || System.nanoTime() > deadline) {
                throw new IOException(counted + " observations are counted, not " + expected);
            }
            Thread.sleep(POLL);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
