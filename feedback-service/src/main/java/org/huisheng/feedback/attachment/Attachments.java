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

    /** @throws NotFound if there is no such attachment beside it */
    Attachment require(Holder holder, UUID id) {
        return findByIdOptional(id)
                .filter(found -> found.isBeside(holder))
                .orElseThrow(() -> new NotFound("attachment", id));
    }

    Optional<Attachment> ofContent(Holder holder, byte[] sha256) {
        return find(holder.field() + " = ?1 and sha256 = ?2", holder.id(), sha256)
                .firstResultOptional();
    }

    long of(Holder holder) {
        return count(holder.field(), holder.id());
    }

    /** In the order in which they were attached. */
    List<Attachment> of(Holder holder, @Nullable Visibility visibility, int limit) {
        var conditions = new Conditions().equal(holder.field(), holder.id()).equal("visibility", visibility);
        return find("from Attachment " + conditions.where() + "order by id", conditions.parameters())
                .page(0, limit)
                .list();
    }
}
