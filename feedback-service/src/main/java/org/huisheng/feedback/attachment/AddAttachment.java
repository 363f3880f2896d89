package org.huisheng.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;

/** Puts a file beside a case: its bytes, its row and the step that names its hash in one transaction. */
@ApplicationScoped
class AddAttachment {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final Attachments attachments;
    private final Pieces pieces;
    private final AttachmentConfig config;
    private final Clock clock;

    AddAttachment(
            Cases cases,
            CaseAccess access,
            CaseJournal journal,
            Attachments attachments,
            Pieces pieces,
            AttachmentConfig config,
            Clock clock) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.attachments = attachments;
        this.pieces = pieces;
        this.config = config;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Added(Attachment attachment, boolean isNew) {}

    @Transactional
    Added add(UUID caseId, Upload upload) throws IOException {
        var matter = cases.require(caseId);
        access.requireInvolved(matter);
        var known = attachments.ofContent(caseId, upload.sha256());
        if (known.isPresent()) {
            return new Added(same(known.get(), upload), false);
        }
        if (attachments.of(caseId) >= config.mostPerCase()) {
            throw new Conflict("too-many-attachments", config.mostPerCase());
        }
        var act = new Act(access.actor(), clock.instant(), null, null);
        var attachment = new Attachment(Uuid7.at(act.at()), caseId, upload, Pieces.pieces(upload.size()), act);
        attachments.persistAndFlush(attachment);
        pieces.store(attachment.id(), upload.file());
        // Only now: nobody else's step has to wait, or is lost, while the bytes come in.
        cases.holdAsItIs(matter);
        journal.record(matter.attach(attachment.id(), attachment.fingerprint(), act));
        return new Added(attachment, true);
    }

    private static Attachment same(Attachment known, Upload upload) {
        if (known.visibility() != upload.visibility()) {
            throw new Conflict("attachment-exists", known.id());
        }
        return known;
    }
}
