package org.huisheng.feedback.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Asking;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.link.Link;

/** Makes a link by which the stakeholder can say whether they agree. */
@ApplicationScoped
class RequestConfirmation {

    private final Cases cases;
    private final ConfirmationLinks links;
    private final CaseAccess access;
    private final CaseJournal journal;

    RequestConfirmation(Cases cases, ConfirmationLinks links, CaseAccess access, CaseJournal journal) {
        this.cases = cases;
        this.links = links;
        this.access = access;
        this.journal = journal;
    }

    @Transactional
    Link request(UUID id, ExpectedVersion expected, Act act) {
        var matter = cases.require(id);
        access.requireOutsider(matter);
        expected.verify(matter);
        journal.record(Asking.request(matter, cases.asked(matter), act));
        return links.make(matter, act);
    }
}
