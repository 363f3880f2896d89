package org.huisheng.feedback.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Asking;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ContactChannel;
import org.huisheng.feedback.casework.ContactOutcome;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.jspecify.annotations.Nullable;

/** Writes down that somebody tried to ask the stakeholder. */
@ApplicationScoped
class LogContact {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final Clock clock;

    LogContact(Cases cases, CaseAccess access, CaseJournal journal, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    CaseFile log(
            UUID id, ExpectedVersion expected, ContactChannel channel, ContactOutcome outcome, @Nullable String note) {
        var matter = cases.require(id);
        access.requireOutsider(matter);
        expected.verify(matter);
        var act = new Act(access.actor(), clock.instant(), note, null);
        return journal.recorded(matter, Asking.contact(matter, channel, outcome, act));
    }
}
