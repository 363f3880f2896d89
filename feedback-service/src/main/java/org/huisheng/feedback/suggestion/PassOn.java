package org.huisheng.feedback.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.Noting;
import org.huisheng.feedback.confirmation.Answer;
import org.huisheng.feedback.confirmation.TakeVerdict;
import org.huisheng.feedback.opening.OpenCase;
import org.huisheng.feedback.opening.OpenCase.Wanted;

/**
 * Brings what was gathered to those who work on it. What is passed on together has one time and no order, neither in
 * figures nor in the tables.
 */
@ApplicationScoped
class PassOn {

    private final Suggestions suggestions;
    private final Words words;
    private final OpenCase openCase;
    private final Cases cases;
    private final CaseJournal journal;
    private final TakeVerdict takeVerdict;

    PassOn(
            Suggestions suggestions,
            Words words,
            OpenCase openCase,
            Cases cases,
            CaseJournal journal,
            TakeVerdict takeVerdict) {
        this.suggestions = suggestions;
        this.words = words;
        this.openCase = openCase;
        this.cases = cases;
        this.journal = journal;
        this.takeVerdict = takeVerdict;
    }

    /** @return how many cases were opened, {@code limit} at most */
    @Transactional(TxType.REQUIRES_NEW)
    int open(Instant beginning, Instant now, int limit) {
        if (!suggestions.isMyTurn()) {
            return 0;
        }
        var gathered = suggestions.gatheredBefore(beginning, limit);
        for (var suggestion : gathered) {
            // Random, or the order of ids would be that of the suggestions in the table.
            var id = UUID.randomUUID();
            openCase.register(id, new Wanted(suggestion.intake(), false), new Act(Act.BOX, now, null, null));
            suggestion.became(id);
        }
        return gathered.size();
    }

    /** What one suggester added, in the order they wrote it. */
    @Transactional(TxType.REQUIRES_NEW)
    void words(String codeHash, Instant beginning, Instant now) {
        var suggestion = suggestions.findById(codeHash);
        var id = suggestion.caseId().orElseThrow();
        cases.hold(id);
        var matter = cases.require(id);
        // Asked for only now: of two instances the second finds that there is nothing left to do.
        for (var word : words.gathered(suggestion, beginning)) {
            if (say(matter, word, now)) {
                word.passedOn();
            } else {
                word.cameTooLate();
            }
        }
    }

    /** @return false if there is nothing left it could be said to */
    private boolean say(Case matter, Word word, Instant now) {
        var answer = word.answer();
        return answer.isPresent()
                ? decide(matter, word, answer.get(), now)
                : remark(matter, word.text().orElseThrow(), now);
    }

    private boolean decide(Case matter, Word word, Answer answer, Instant now) {
        var asked = cases.asked(matter);
        if (!word.isAbout(asked.attempt()) || !asked.awaitsWordOf(matter)) {
            return false;
        }
        takeVerdict.take(matter, answer, new Act(Act.STAKEHOLDER, now, null, answer.words()));
        return true;
    }

    private boolean remark(Case matter, String text, Instant now) {
        if (matter.status() == CaseStatus.CLOSED || matter.mergedInto().isPresent()) {
            return false;
        }
        journal.record(Noting.hear(matter, new Act(Act.STAKEHOLDER, now, null, text)));
        return true;
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<String> suggesters(Instant beginning, int limit) {
        return words.suggestersBefore(beginning, limit);
    }
}
