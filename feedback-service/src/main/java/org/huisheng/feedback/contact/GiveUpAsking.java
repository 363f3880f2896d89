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
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.confirmation.ConfirmationConfig;
import org.jspecify.annotations.Nullable;

/** Stops asking once it was tried often enough. */
@ApplicationScoped
class GiveUpAsking {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final Clock clock;
    private final ConfirmationConfig config;

    GiveUpAsking(Cases cases, CaseAccess access, CaseJournal journal, Clock clock, ConfirmationConfig config) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
        this.config = config;
    }

    @Transactional
    CaseFile giveUp(UUID id, ExpectedVersion expected, @Nullable String note) {
        var matter = cases.require(id);
        access.requireOutsider(matter);
        expected.verify(matter);
        var act = new Act(access.actor(), clock.instant(), note, null);
        return journal.recorded(matter, Asking.giveUp(matter, config.attemptsNeeded(), act));
    }
}
