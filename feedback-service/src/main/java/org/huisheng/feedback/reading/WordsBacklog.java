package org.huisheng.feedback.reading;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What was there before it could be found by its words, and gets them little by little. */
@ApplicationScoped
public class WordsBacklog {

    private static final int AT_ONCE = 200;

    private final EntityManager database;

    WordsBacklog(EntityManager database) {
        this.database = database;
    }

    /**
     * Until nothing is left that nobody else has taken.
     *
     * @param table of what waits
     * @param column of the table, with the id of what waits
     * @param write in the transaction that takes it from the table
     */
    public void catchUp(String table, String column, Consumer<UUID> write) {
        int taken;
        do {
            taken = take(table, column, write);
        } while (taken == AT_ONCE);
    }

    private int take(String table, String column, Consumer<UUID> write) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> taken = database.createNativeQuery("""
                            DELETE FROM %1$s WHERE %2$s IN
                                (SELECT %2$s FROM %1$s LIMIT :most FOR UPDATE SKIP LOCKED)
                            RETURNING %2$s
                            """.formatted(table, column), UUID.class)
                    .setParameter("most", AT_ONCE)
                    .getResultList();
            taken.forEach(id -> write.accept((UUID) id));
            return taken.size();
        });
    }
}
