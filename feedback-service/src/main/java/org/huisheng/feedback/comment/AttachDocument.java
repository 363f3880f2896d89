package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.attachment.Attachment;
import org.huisheng.feedback.attachment.Holder.OfComment;
import org.huisheng.feedback.attachment.KeepFiles;
import org.huisheng.feedback.attachment.KeepFiles.Kept;
import org.huisheng.feedback.attachment.PutBeside;
import org.huisheng.feedback.attachment.Upload;

/** The papers of a comment: the source document, an endorsement written by hand, the letter as it was sent. */
@ApplicationScoped
class AttachDocument {

    private final Comments comments;
    private final CommentHistory history;
    private final CommentAccess access;
    private final PutBeside putBeside;
    private final KeepFiles files;

    AttachDocument(
            Comments comments, CommentHistory history, CommentAccess access, PutBeside putBeside, KeepFiles files) {
        this.comments = comments;
        this.history = history;
        this.access = access;
        this.putBeside = putBeside;
        this.files = files;
    }

    /** At any time: some papers come when all is done. */
    Kept add(UUID id, Upload upload) throws IOException {
        return putBeside.put(new OfComment(id), upload, () -> comments.require(id), (file, act) -> {
            var comment = comments.held(id);
            comment.documented(act.at());
            history.persist(
                    new CommentEntry(id, act.at(), act.actor(), CommentStep.ATTACHED, null, file.fingerprint()));
        });
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
