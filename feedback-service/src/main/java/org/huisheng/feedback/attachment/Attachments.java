package org.huisheng.feedback.attachment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All attachments. */
@ApplicationScoped
class Attachments implements PanacheRepositoryBase<Attachment, UUID> {

    /** @throws NotFound if the case has no such attachment */
    Attachment require(UUID caseId, UUID id) {
        return findByIdOptional(id)
                .filter(found -> found.caseId().equals(caseId))
                .orElseThrow(() -> new NotFound("attachment", id));
    }

    Optional<Attachment> ofContent(UUID caseId, byte[] sha256) {
        return find("caseId = ?1 and sha256 = ?2", caseId, sha256).firstResultOptional();
    }

    long of(UUID caseId) {
        return count("caseId", caseId);
    }

    /** In the order in which they were attached. */
    List<Attachment> of(UUID caseId, @Nullable Visibility visibility, int limit) {
        var conditions = new Conditions().equal("caseId", caseId).equal("visibility", visibility);
        return find("from Attachment " + conditions.where() + "order by id", conditions.parameters())
                .page(0, limit)
                .list();
    }
}
