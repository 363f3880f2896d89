package org.huisheng.feedback.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.confirmation.Answer.Confirmed;
import org.huisheng.feedback.confirmation.Answer.Disputed;
import org.huisheng.feedback.confirmation.ReadConfirmation.Question;

/** The stakeholder answers through their link. */
@ApplicationScoped
class AnswerConfirmation {

    private final Confirmations confirmations;
    private final Cases cases;
    private final CaseJournal journal;
    private final ReadConfirmation readConfirmation;
    private final Clock clock;

    AnswerConfirmation(
            Confirmations confirmations,
            Cases cases,
            CaseJournal journal,
            ReadConfirmation readConfirmation,
            Clock clock) {
        this.confirmations = confirmations;
        this.cases = cases;
        this.journal = journal;
        this.readConfirmation = readConfirmation;
        this.clock = clock;
    }

    @Transactional
    Question answer(ConfirmationToken token, Answer answer) {
        var confirmation = confirmations.requireInTurn(token);
        var matter = cases.require(confirmation.caseId());
        var act = new Act(Act.STAKEHOLDER, clock.instant(), null, answer.words());
        if (confirmation.answer(answer, matter, act.at())) {
            journal.record(
                    switch (answer) {
                        case Confirmed confirmed -> matter.confirm(confirmed.rating(), act);
                        case Disputed _ -> matter.dispute(act);
                    });
        }
        return readConfirmation.question(confirmation, matter);
    }
}
