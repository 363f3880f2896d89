package org.huisheng.feedback.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.confirmation.Answer;
import org.huisheng.feedback.suggestion.Word.Place;
import org.huisheng.kit.problem.DomainException.Conflict;

/** Takes what the suggester adds. It waits like the suggestion itself. */
@ApplicationScoped
class AddWord {

    private final Suggestions suggestions;
    private final Words words;
    private final Cases cases;
    private final SuggestionConfig config;
    private final Clock clock;

    AddWord(Suggestions suggestions, Words words, Cases cases, SuggestionConfig config, Clock clock) {
        this.suggestions = suggestions;
        this.words = words;
        this.cases = cases;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void message(ReceiptCode code, UUID id, String text) {
        var suggestion = suggestions.requireInTurn(code);
        var key = code.keyOf(id);
        if (isNew(key, Word.digest(text), "message-differs")) {
            suggestion.caseId().map(cases::require).ifPresent(AddWord::requireOpen);
            words.persistAndFlush(Word.message(place(suggestion, key), text));
        }
    }

    /** @param attempt the resolution the suggester has read: of another one they have not spoken */
    @Transactional
    void verdict(ReceiptCode code, int attempt, Answer answer) {
        var suggestion = suggestions.requireInTurn(code);
        var key = code.keyOf(attempt);
        if (isNew(key, answer.digest(), "already-answered")) {
            var matter = suggestion.caseId().map(cases::require).orElseThrow(() -> new Conflict("nothing-to-confirm"));
            requireAsked(matter, attempt);
            words.persistAndFlush(Word.verdict(place(suggestion, key), attempt, answer));
        }
    }

    private boolean isNew(String key, byte[] digest, String otherwise) {
        var known = words.under(key);
        if (known.isPresent() && !known.get().says(digest)) {
            throw new Conflict(otherwise);
        }
        return known.isEmpty();
    }

    private Place place(Suggestion suggestion, String key) {
        var number = suggestion.nextWord(config.mostWords());
        return new Place(suggestion.codeHash(), number, key, config.beginning(clock.instant()));
    }

    private static void requireOpen(Case matter) {
        if (matter.status() == CaseStatus.CLOSED) {
            throw new Conflict("case-closed");
        }
        if (matter.mergedInto().isPresent()) {
            throw new Conflict("suggestion-merged");
        }
    }

    private void requireAsked(Case matter, int attempt) {
        var asked = cases.asked(matter);
        if (asked.attempt() != attempt) {
            throw new Conflict("confirmation-superseded");
        }
        if (!asked.awaitsWordOf(matter)) {
            throw new Conflict("nothing-to-confirm");
        }
    }
}
