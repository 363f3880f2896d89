package org.huisheng.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Adds an entry to every transaction that changes something for a signed-in user, whichever use case began it. Registered
 * when the commit begins, so that it comes after whatever else happens before completion: by then Hibernate has written all
 * it had to write. What fails here fails the commit.
 */
@ApplicationScoped
class AuditedTransactions {

    private final AuditTrail trail;
    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;

    AuditedTransactions(AuditTrail trail, DataSource dataSource, TransactionSynchronizationRegistry transactions) {
        this.trail = trail;
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    void begins(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        trail.beginsTransaction();
    }

    /** Also told of rollbacks, before which nothing is completed. */
    void ends(@Observes @BeforeDestroyed(TransactionScoped.class) Object transaction) {
        if (trail.isAudited() && transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(new Last());
        }
    }

    private final class Last implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Within the transaction this is its own connection.
            try (var connection = dataSource.getConnection()) {
                trail.noteChange(connection);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void afterCompletion(int status) {
            // The entry is there, or nothing is.
        }
    }
}
