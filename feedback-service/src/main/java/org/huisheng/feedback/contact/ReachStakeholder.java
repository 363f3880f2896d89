package org.huisheng.feedback.contact;

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
import org.huisheng.feedback.casework.Reaching;
import org.huisheng.feedback.intake.Stakeholder;
import org.huisheng.feedback.notification.AskStakeholder;
import org.jspecify.annotations.Nullable;

/** Writes down how the stakeholder is reached, and has them asked there if their word is waited for. */
@ApplicationScoped
class ReachStakeholder {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final AskStakeholder askStakeholder;
    private final Clock clock;

    ReachStakeholder(Cases cases, CaseAccess access, CaseJournal journal, AskStakeholder askStakeholder, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.askStakeholder = askStakeholder;
        this.clock = clock;
    }

    @Transactional
    CaseFile by(UUID id, ExpectedVersion expected, @Nullable Stakeholder stakeholder) {
        var matter = cases.require(id);
        access.requireHandler(matter);
        expected.verify(matter);
        var before = matter.contactAbout(cases.asked(matter));
        var act = new Act(access.actor(), clock.instant(), null, null);
        Reaching.by(matter, stakeholder, access.department().orElse(null), act).ifPresent(step -> {
            journal.record(step);
            askStakeholder.elsewhere(matter, before, act);
        });
        return journal.file(matter);
    }
}
