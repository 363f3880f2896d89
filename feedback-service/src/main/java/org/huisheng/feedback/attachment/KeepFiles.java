package org.huisheng.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;

/** Keeps files beside whatever holds them; who may, and what is written down about it, the holder's feature says. */
@ApplicationScoped
public class KeepFiles {

    private final Attachments attachments;
    private final Pieces pieces;
    private final AttachmentConfig config;

    KeepFiles(Attachments attachments, Pieces pieces, AttachmentConfig config) {
        this.attachments = attachments;
        this.pieces = pieces;
        this.config = config;
    }

    /** @param isNew false if this was a retry */
    public record Kept(Attachment attachment, boolean isNew) {}

    /** The bytes and the row; the caller's transaction goes on with the step that names their hash. */
    @Transactional(TxType.MANDATORY)
    public Kept keep(Holder holder, Upload upload, Act act) throws IOException {
        var known = attachments.ofContent(holder, upload.sha256());
        if (known.isPresent()) {
            return new Kept(same(known.get(), upload), false);
        }
        if (attachments.of(holder) >= config.mostPerCase()) {
            throw new Conflict("too-many-attachments", config.mostPerCase());
        }
        var attachment = new Attachment(Uuid7.at(act.at()), holder, upload, Pieces.pieces(upload.size()), act);
        attachments.persistAndFlush(attachment);
        pieces.store(attachment.id(), upload.file());
        return new Kept(attachment, true);
    }

    private static Attachment same(Attachment known, Upload upload) {
        if (known.visibility() != upload.visibility()) {
            throw new Conflict("attachment-exists", known.id());
        }
        return known;
    }

    /** In the order in which they were attached. */
    @Transactional(TxType.SUPPORTS)
    public List<Attachment> of(Holder holder) {
        return attachments.of(holder, null, config.mostPerCase());
    }

    /** @throws NotFound if there is no such file beside it */
    @Transactional(TxType.SUPPORTS)
    public Attachment require(Holder holder, UUID id) {
        return attachments.require(holder, id);
    }
}
