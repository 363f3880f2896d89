package org.huisheng.feedback.comment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.attachment.Attachment;
import org.huisheng.feedback.attachment.Brought;
import org.huisheng.feedback.attachment.Holder.OfComment;
import org.huisheng.feedback.attachment.KeepFiles;
import org.huisheng.feedback.attachment.KeepFiles.Kept;
import org.huisheng.feedback.attachment.Upload;
import org.huisheng.feedback.casework.Act;

/** The papers of a comment: the source document, an endorsement written by hand, the letter as it was sent. */
@ApplicationScoped
class AttachDocument {

    private final Comments comments;
    private final CommentHistory history;
    private final CommentAccess access;
    private final KeepFiles files;
    private final Clock clock;

    AttachDocument(Comments comments, CommentHistory history, CommentAccess access, KeepFiles files, Clock clock) {
        this.comments = comments;
        this.history = history;
        this.access = access;
        this.files = files;
        this.clock = clock;
    }

    /** At any time: some papers come when all is done. Row and the line that names its hash are one transaction. */
    Kept add(UUID id, Upload upload) throws IOException {
        var known = QuarkusTransaction.requiringNew().call(() -> {
            comments.require(id);
            return files.known(new OfComment(id), upload);
        });
        if (known.isPresent()) {
            return known.get();
        }
        var brought = files.bring(upload);
        return QuarkusTransaction.requiringNew().call(() -> attach(id, brought));
    }

    private Kept attach(UUID id, Brought brought) throws IOException {
        var comment = comments.require(id);
        var act = new Act(access.actor(), clock.instant(), null, null);
        var kept = files.keep(new OfComment(id), brought, act);
        if (kept.isNew()) {
            // Only now: nobody else's step has to wait, or is lost, while the bytes come in.
            comments.holdAsItIs(comment);
            comment.documented(act.at());
            var fingerprint = kept.attachment().fingerprint();
            history.persist(new CommentEntry(id, act.at(), act.actor(), CommentStep.ATTACHED, null, fingerprint));
        }
        return kept;
    }

    @Transactional
    List<Attachment> of(UUID id) {
        return files.of(readable(id));
    }

    @Transactional
    Attachment one(UUID id, UUID attachment) {
        return files.require(readable(id), attachment);
    }

    private OfComment readable(UUID id) {
        comments.require(id);
        access.requireReader(id);
        return new OfComment(id);
    }
}
