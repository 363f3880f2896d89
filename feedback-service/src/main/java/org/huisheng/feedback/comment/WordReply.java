package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.Nullable;

/** Gives the letter to an authority words of its own, and keeps them as they were when it was sent. */
@ApplicationScoped
class WordReply {

    private final Comments comments;
    private final WriteReply writeReply;
    private final CommentAccess access;
    private final EntityManager entities;
    private final Clock clock;

    WordReply(Comments comments, WriteReply writeReply, CommentAccess access, EntityManager entities, Clock clock) {
        this.comments = comments;
        this.writeReply = writeReply;
        this.access = access;
        this.entities = entities;
        this.clock = clock;
    }

    /** @param letter null as long as it says what the template does */
    record Worded(String text, @Nullable ReplyLetter letter) {

        /** Zero before anybody has written. */
        long version() {
            return letter == null ? 0 : letter.version() + 1;
        }
    }

    @Transactional
    Worded read(UUID id) {
        return of(comments.require(id));
    }

    @Transactional
    Worded write(UUID id, @Nullable Long expected, String text) {
        var comment = toBeWorded(id, expected);
        var letter = entities.find(ReplyLetter.class, id);
        if (letter == null) {
            entities.persist(new ReplyLetter(id, text, access.actor(), clock.instant()));
        } else {
            letter.write(text, access.actor(), clock.instant());
        }
        entities.flush();
        return of(comment);
    }

    @Transactional
    Worded beginAnew(UUID id, @Nullable Long expected) {
        var comment = toBeWorded(id, expected);
        var letter = entities.find(ReplyLetter.class, id);
        if (letter != null) {
            entities.remove(letter);
            entities.flush();
        }
        return of(comment);
    }

    /** In the transaction that records the reply. */
    @Transactional(TxType.MANDATORY)
    void seal(GovernmentComment comment, Instant now) {
        var letter = entities.find(ReplyLetter.class, comment.id());
        if (letter == null) {
            letter = new ReplyLetter(comment.id(), writeReply.text(comment), access.actor(), now);
            entities.persist(letter);
        }
        letter.seal(now);
    }

    private GovernmentComment toBeWorded(UUID id, @Nullable Long expected) {
        var comment = comments.held(id);
        if (comment.status() != CommentStatus.REGISTERED) {
            throw new Conflict("comment-answered", id);
        }
        if (expected != null && expected != of(comment).version()) {
            throw new Outdated();
        }
        return comment;
    }

    private Worded of(GovernmentComment comment) {
        var letter = entities.find(ReplyLetter.class, comment.id());
        return new Worded(letter == null ? writeReply.text(comment) : letter.text(), letter);
    }
}
