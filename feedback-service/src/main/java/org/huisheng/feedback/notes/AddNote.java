package org.huisheng.feedback.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.casework.Noting;
import org.jspecify.annotations.Nullable;

/** Writes down a word that moves nothing. */
@ApplicationScoped
class AddNote {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final Clock clock;

    AddNote(Cases cases, CaseAccess access, CaseJournal journal, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    CaseFile add(UUID id, ExpectedVersion expected, @Nullable String note, @Nullable String publicNote) {
        var matter = cases.require(id);
        access.requireInvolved(matter);
        expected.verify(matter);
        return journal.recorded(
                matter, Noting.remark(matter, new Act(access.actor(), clock.instant(), note, publicNote)));
    }
}
