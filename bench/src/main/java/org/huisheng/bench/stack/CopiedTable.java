package org.huisheng.bench.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The rows of a table in a file, put into tables of the same make by COPY: one statement, one transaction, every index. */
public final class CopiedTable implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final BenchStack stack;
    private final String database;
    private final Path file;
    private final long rows;

    private CopiedTable(BenchStack stack, String database, Path file, long rows) {
        this.stack = stack;
        this.database = database;
        this.file = file;
        this.rows = rows;
    }

    /** In the order the table has them, which is the order they came in. */
    public static CopiedTable of(BenchStack stack, String database, String table) throws IOException, SQLException {
        var file = Files.createTempFile("huisheng-bench", ".copy");
        try (var connection = stack.database(database);
                var out = Files.newOutputStream(file)) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            return new CopiedTable(
                    stack, database, file, copy.copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT", out));
        }
    }

    public long rows() {
        return rows;
    }

    /** @return how many seconds it took, the commit included */
    public double into(String table) throws IOException, SQLException {
        try (var connection = stack.database(database);
                var in = Files.newInputStream(file)) {
            try (var checkpoint = connection.createStatement()) {
                checkpoint.execute("CHECKPOINT");
            }
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            var began = System.nanoTime();
            var copied = copy.copyIn("COPY " + table + " FROM STDIN", in, BUFFER);
            if (copied != rows) {
                throw new IOException(copied + " rows were copied, not " + rows);
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }
}
