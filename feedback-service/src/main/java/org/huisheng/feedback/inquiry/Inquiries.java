package org.huisheng.feedback.inquiry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.huisheng.feedback.link.LinkToken;
import org.huisheng.kit.problem.DomainException.NotFound;

/** All links by which something is asked for. */
@ApplicationScoped
class Inquiries implements PanacheRepositoryBase<Inquiry, String> {

    /** @throws NotFound if nobody was given such a token; the answer does not repeat it */
    Inquiry require(LinkToken token) {
        return findByIdOptional(token.hash()).orElseThrow(() -> new NotFound("inquiry", "…"));
    }
}
