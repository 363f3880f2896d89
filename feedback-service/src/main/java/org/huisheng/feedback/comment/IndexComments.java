package org.huisheng.feedback.comment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.reading.Bigrams;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/** Keeps the words the register is searched by. */
@ApplicationScoped
class IndexComments {

    private static final Logger LOG = Logger.getLogger(IndexComments.class);
    private static final int AT_ONCE = 200;
    private static final String TAKE = """
            DELETE FROM comment_text_backlog WHERE comment IN
                (SELECT comment FROM comment_text_backlog LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING comment
            """;

    private final EntityManager database;
    private final Comments comments;

    IndexComments(EntityManager database, Comments comments) {
        this.database = database;
        this.comments = comments;
    }

    /** With the comment itself, whose words stay. */
    @Transactional(TxType.MANDATORY)
    void write(GovernmentComment comment) {
        database.createNativeQuery("INSERT INTO comment_text (comment, words) VALUES (:id, cast(:words AS tsvector))")
                .setParameter("id", comment.id())
                .setParameter(
                        "words", Bigrams.vector(List.of(comment.title(), comment.sourceDocument(), comment.verbatim())))
                .executeUpdate();
    }

    @Scheduled(
            identity = "comment-text",
            every = "${huisheng.comment.index-backlog:60s}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Words of older comments wait", () -> {
            while (catchUp() == AT_ONCE) {
                LOG.debug("More comments of before wait for their words");
            }
        });
    }

    /** @return how many comments of before there were words got theirs */
    int catchUp() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> taken = database.createNativeQuery(TAKE, UUID.class)
                    .setParameter("most", AT_ONCE)
                    .getResultList();
            taken.forEach(id -> write(comments.require((UUID) id)));
            return taken.size();
        });
    }
}
