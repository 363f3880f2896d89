package org.huisheng.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.attachment.Holder.OfCase;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.kit.problem.DomainException.NotFound;

/** Shows files to those who work on the case, and to the stakeholder those that are meant for them. */
@ApplicationScoped
public class ReadAttachments {

    private final Cases cases;
    private final CaseAccess access;
    private final Attachments attachments;
    private final AttachmentConfig config;

    ReadAttachments(Cases cases, CaseAccess access, Attachments attachments, AttachmentConfig config) {
        this.cases = cases;
        this.access = access;
        this.attachments = attachments;
        this.config = config;
    }

    @Transactional
    List<Attachment> of(UUID caseId) {
        access.requireInvolved(cases.require(caseId));
        return attachments.of(new OfCase(caseId), null, config.mostPerCase());
    }

    @Transactional
    Attachment one(UUID caseId, UUID id) {
        access.requireInvolved(cases.require(caseId));
        return attachments.require(new OfCase(caseId), id);
    }

    @Transactional(TxType.SUPPORTS)
    public List<Attachment> forTheStakeholder(UUID caseId) {
        return attachments.of(new OfCase(caseId), Visibility.STAKEHOLDER, config.mostPerCase());
    }

    /** @throws NotFound also if it is not meant for them */
    @Transactional(TxType.SUPPORTS)
    public Attachment oneForTheStakeholder(UUID caseId, UUID id) {
        var attachment = attachments.require(new OfCase(caseId), id);
        if (attachment.visibility() != Visibility.STAKEHOLDER) {
            throw new NotFound("attachment", id);
        }
        return attachment;
    }
}
