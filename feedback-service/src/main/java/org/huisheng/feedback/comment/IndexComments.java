package org.huisheng.feedback.comment;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.huisheng.feedback.reading.Bigrams;
import org.huisheng.feedback.reading.WordsBacklog;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/** Keeps the words the register is searched by. */
@ApplicationScoped
class IndexComments {

    private static final Logger LOG = Logger.getLogger(IndexComments.class);

    private final EntityManager database;
    private final Comments comments;
    private final WordsBacklog backlog;

    IndexComments(EntityManager database, Comments comments, WordsBacklog backlog) {
        this.database = database;
        this.comments = comments;
        this.backlog = backlog;
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
        DatabaseOutage.orNextTime(LOG, "Words of older comments wait", this::catchUp);
    }

    /** Those of before there were words. */
    void catchUp() {
        backlog.catchUp("comment_text_backlog", "comment", id -> write(comments.require(id)));
    }
}
