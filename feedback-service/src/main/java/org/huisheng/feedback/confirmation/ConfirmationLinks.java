package org.huisheng.feedback.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.Cases;

/** Makes the links by which stakeholders answer. */
@ApplicationScoped
public class ConfirmationLinks {

    private final Confirmations confirmations;
    private final Cases cases;
    private final ConfirmationConfig config;
    private final String publicUrl;

    ConfirmationLinks(
            Confirmations confirmations,
            Cases cases,
            ConfirmationConfig config,
            @ConfigProperty(name = "huisheng.public-url") URI publicUrl) {
        this.confirmations = confirmations;
        this.cases = cases;
        this.config = config;
        this.publicUrl = publicUrl.toString().replaceFirst("/$", "");
    }

    /** The only moment at which the token is known here. */
    public record Link(String token, String address, Instant expiresAt) {
        @Override
        public String toString() {
            return "Link[…]";
        }
    }

    @Transactional(TxType.MANDATORY)
    public Link make(Case matter, Act act) {
        var token = ConfirmationToken.random();
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
        var token = ConfirmationToken.of(secret, matter, asked);
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

    String address(ConfirmationToken token) {
        return publicUrl + "/c/" + token.value();
    }
}
