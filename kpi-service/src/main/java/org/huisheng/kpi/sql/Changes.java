package org.huisheng.kpi.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Tells whether anything changed that figures rest on: triggers count in the transaction of the change itself. */
@ApplicationScoped
public class Changes {

    private final Database database;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private Count last = new Count(0, 0);

    Changes(Database database) {
        this.database = database;
    }

    /** @param read which of the reads it was */
    private record Count(long read, long changes) {}

    /**
     * Of all that was committed before the call, or of what the present transaction sees. Two equal counts have seen the
     * same departments, contracts and cells.
     *
     * <p>Outside of transactions, whoever waits for a read that began after they came shares what it brings, so a crowd
     * does not ask one by one.
     */
    public long count() {
        if (QuarkusTransaction.isActive()) {
            return read();
        }
        var begunBefore = begun.get();
        oneAtATime.lock();
        try {
            if (last.read <= begunBefore) {
                last = new Count(begun.incrementAndGet(), read());
            }
            return last.changes;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Of the present snapshot; empty in any other transaction, whose own changes may count and then never happen. */
    public Optional<Long> ofSnapshot() {
        return Optional.ofNullable(
                database.read("""
                        SELECT CASE WHEN current_setting('transaction_isolation') = 'repeatable read'
                                     AND current_setting('transaction_read_only') = 'on' THEN sum(n)::bigint END
                        FROM change
                        """, row -> row.getObject(1, Long.class)).getFirst());
    }

    private long read() {
        return database.read("SELECT sum(n)::bigint FROM change", row -> row.getLong(1))
                .getFirst();
    }
}
