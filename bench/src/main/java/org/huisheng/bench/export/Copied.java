package org.huisheng.bench.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.UUID;
import org.huisheng.bench.stack.BenchStack;
import org.postgresql.PGConnection;

/** The same rows in the same order as PostgreSQL gives them when nothing is in between. */
public final class Copied {

    private static final String RESPONSES = """
            COPY (SELECT response_id, submitted_at, received_at, station, locale, answers FROM response
            WHERE campaign_id = '%s' AND withdrawn_at IS NULL ORDER BY received_at, response_id) TO STDOUT
            """;

    private static final String OBSERVATIONS = """
            COPY (SELECT event_id, ordinal, metric, side, department, month, occurred_at, recorded_at, value, raw,
                         scale_min, scale_max, question, row, source_type, source_id
            FROM observation WHERE NOT withdrawn ORDER BY event_id, ordinal) TO STDOUT
            """;

    private Copied() {}

    /** Of a campaign. */
    public static Export responses(BenchStack stack, UUID campaign) throws IOException, SQLException {
        return once(stack, "survey", RESPONSES.formatted(campaign));
    }

    /** All, with the columns of the feed. */
    public static Export observations(BenchStack stack) throws IOException, SQLException {
        return once(stack, "kpi", OBSERVATIONS);
    }

    private static Export once(BenchStack stack, String database, String copy) throws IOException, SQLException {
        try (var connection = stack.database(database)) {
            var counting = new Counting();
            var began = System.nanoTime();
            var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, counting);
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
