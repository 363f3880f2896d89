package org.huisheng.feedback.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.Merging;
import org.huisheng.feedback.confirmation.Answer.Confirmed;
import org.huisheng.feedback.confirmation.Answer.Disputed;

/** What a stakeholder's word does to their case, or, theirs being a duplicate, to the one that went on. */
@ApplicationScoped
public class TakeVerdict {

    private final Cases cases;
    private final CaseJournal journal;

    TakeVerdict(Cases cases, CaseJournal journal) {
        this.cases = cases;
        this.journal = journal;
    }

    @Transactional(TxType.MANDATORY)
    public void take(Case matter, Answer answer, Act act) {
        var asked = cases.asked(matter);
        if (asked.id().equals(matter.id())) {
            journal.record(
                    switch (answer) {
                        case Confirmed confirmed -> matter.confirm(confirmed.rating(), act);
                        case Disputed _ -> matter.dispute(act);
                    });
            return;
        }
        switch (answer) {
            case Confirmed confirmed -> journal.record(Merging.agree(matter, asked, confirmed.rating(), act));
            case Disputed _ -> disagree(matter, asked, act);
        }
    }

    /** One who disagrees is enough to reopen the case; once another has settled it, theirs becomes their own again. */
    private void disagree(Case matter, Case asked, Act act) {
        // Whoever brought the other case does not read these words.
        var withheld = new Act(act.actor(), act.at(), act.publicNote(), null);
        if (asked.status() == CaseStatus.CONFIRMED || asked.status() == CaseStatus.CLOSED) {
            journal.record(Merging.separate(matter, asked, act));
            journal.record(Merging.release(asked, matter, withheld));
        } else {
            journal.record(asked.dispute(withheld));
        }
    }
}
