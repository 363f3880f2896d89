package org.huisheng.feedback.confirmation;

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

/** The office writes down what the stakeholder said on the telephone. */
@ApplicationScoped
class RecordAnswer {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final TakeVerdict takeVerdict;
    private final Clock clock;

    RecordAnswer(Cases cases, CaseAccess access, CaseJournal journal, TakeVerdict takeVerdict, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.takeVerdict = takeVerdict;
        this.clock = clock;
    }

    @Transactional
    CaseFile record(UUID id, ExpectedVersion expected, Answer answer) {
        var matter = cases.require(id);
        access.requireOutsider(matter);
        access.requireOutsider(cases.asked(matter));
        expected.verify(matter);
        matter.requireKnownStakeholder();
        var act = new Act(access.actor(), clock.instant(), null, answer.words());
        takeVerdict.take(matter, answer, act);
        return journal.file(matter);
    }
}
