package org.huisheng.feedback.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;

/** Makes a link by which the stakeholder can say whether they agree. */
@ApplicationScoped
class RequestConfirmation {

    private final Cases cases;
    private final Confirmations confirmations;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final ConfirmationConfig config;

    RequestConfirmation(
            Cases cases,
            Confirmations confirmations,
            CaseAccess access,
            CaseJournal journal,
            ConfirmationConfig config) {
        this.cases = cases;
        this.confirmations = confirmations;
        this.access = access;
        this.journal = journal;
        this.config = config;
    }

    /** The only moment at which the token is known here. */
    record Requested(ConfirmationToken token, Instant expiresAt) {}

    @Transactional
    Requested request(UUID id, ExpectedVersion expected, Act act) {
        var matter = cases.require(id);
        access.requireOutsider(matter);
        expected.verify(matter);
        journal.record(matter.requestConfirmation(act));
        var token = ConfirmationToken.random();
        var confirmation = new Confirmation(token, matter, config.validity(), act);
        confirmations.persist(confirmation);
        return new Requested(token, confirmation.expiresAt());
    }
}
