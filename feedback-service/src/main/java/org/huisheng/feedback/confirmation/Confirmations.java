package org.huisheng.feedback.confirmation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.huisheng.feedback.link.LinkToken;
import org.huisheng.kit.problem.DomainException.NotFound;

/** All confirmation links. */
@ApplicationScoped
class Confirmations implements PanacheRepositoryBase<Confirmation, String> {

    /** @throws NotFound if nobody was given such a token; the answer does not repeat it */
    Confirmation require(LinkToken token) {
        return findByIdOptional(token.hash()).orElseThrow(Confirmations::unknown);
    }

    /** A tap and its repetition come one after the other. */
    Confirmation requireInTurn(LinkToken token) {
        return findByIdOptional(token.hash(), LockModeType.PESSIMISTIC_WRITE).orElseThrow(Confirmations::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("confirmation", "…");
    }
}
