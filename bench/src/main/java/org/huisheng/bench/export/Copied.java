package org.huisheng.bench.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.UUID;
import org.huisheng.bench.stack.BenchStack;
import org.postgresql.PGConnection;

/** The same rows in the same order as PostgreSQL gives them when nothing is in between. */
public final class Copied {

    private static final String COPY = """
            COPY (SELECT response_id, submitted_at, received_at, station, locale, answers FROM response
            WHERE campaign_id = '%s' AND withdrawn_at IS NULL ORDER BY received_at, response_id) TO STDOUT
            """;

    private Copied() {}

    public static Export once(BenchStack stack, UUID campaign) throws IOException, SQLException {
        try (var connection = stack.database("survey")) {
            var counting = new Counting();
            var began = System.nanoTime();
            var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(COPY.formatted(campaign), counting);
            return new Export((System.nanoTime() - began) / 1e9, rows, counting.bytes, 0, 0);
        }
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] part, int from, int length) {
            bytes += length;
        }
    }
}
