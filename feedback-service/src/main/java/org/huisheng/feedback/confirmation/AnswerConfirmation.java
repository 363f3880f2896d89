package org.huisheng.feedback.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.confirmation.ReadConfirmation.Question;
import org.huisheng.feedback.link.LinkToken;

/** The stakeholder answers through their link. */
@ApplicationScoped
class AnswerConfirmation {

    private final Confirmations confirmations;
    private final Cases cases;
    private final TakeVerdict takeVerdict;
    private final ReadConfirmation readConfirmation;
    private final Clock clock;

    AnswerConfirmation(
            Confirmations confirmations,
            Cases cases,
            TakeVerdict takeVerdict,
            ReadConfirmation readConfirmation,
            Clock clock) {
        this.confirmations = confirmations;
        this.cases = cases;
        this.takeVerdict = takeVerdict;
        this.readConfirmation = readConfirmation;
        this.clock = clock;
    }

    @Transactional
    Question answer(LinkToken token, Answer answer) {
        var confirmation = confirmations.requireInTurn(token);
        var matter = cases.require(confirmation.caseId());
        var act = new Act(Act.STAKEHOLDER, clock.instant(), null, answer.words());
        if (confirmation.answer(answer, cases.asked(matter), act.at())) {
            takeVerdict.take(matter, answer, act);
        }
        return readConfirmation.question(confirmation, matter);
    }
}
