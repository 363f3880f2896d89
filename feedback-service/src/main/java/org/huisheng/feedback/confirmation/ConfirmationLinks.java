package org.huisheng.feedback.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.link.Link;
import org.huisheng.feedback.link.LinkAddresses;
import org.huisheng.feedback.link.LinkToken;

/** Makes the links by which stakeholders answer. */
@ApplicationScoped
public class ConfirmationLinks {

    private static final String PAGE = "c";

    private final Confirmations confirmations;
    private final Cases cases;
    private final ConfirmationConfig config;
    private final LinkAddresses addresses;

    ConfirmationLinks(Confirmations confirmations, Cases cases, ConfirmationConfig config, LinkAddresses addresses) {
        this.confirmations = confirmations;
        this.cases = cases;
        this.config = config;
        this.addresses = addresses;
    }

    @Transactional(TxType.MANDATORY)
    public Link make(Case matter, Act act) {
        var token = LinkToken.random();
        var confirmation = new Confirmation(token, matter, cases.asked(matter), config.validity(), act);
        confirmations.persist(confirmation);
        return new Link(token.value(), address(token), confirmation.expiresAt());
    }

    /**
     * For somebody who can prove that the case is theirs: the same link each time, good for the whole validity again.
     *
     * @param secret which only they have; who has the database has neither it nor, without it, the link
     */
    @Transactional(TxType.MANDATORY)
    public Link keep(Case matter, String secret, Act act) {
        var asked = cases.asked(matter);
        var token = LinkToken.of(secret, matter.id(), asked.id(), asked.attempt());
        cases.inTurn(matter.id());
        var confirmation = confirmations.findByIdOptional(token.hash()).orElse(null);
        if (confirmation == null) {
            confirmation = new Confirmation(token, matter, asked, config.validity(), act);
            confirmations.persist(confirmation);
        } else {
            confirmation.renew(config.validity(), act);
        }
        return new Link(token.value(), address(token), confirmation.expiresAt());
    }

    String address(LinkToken token) {
        return addresses.of(PAGE, token);
    }
}
