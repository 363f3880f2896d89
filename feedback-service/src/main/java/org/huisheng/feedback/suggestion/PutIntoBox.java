package org.huisheng.feedback.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.category.Categories;
import org.huisheng.feedback.category.Categories.Choice;
import org.huisheng.feedback.suggestion.Suggestion.Wish;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;

/** Takes what somebody suggests, once however often the client tries. */
@ApplicationScoped
class PutIntoBox {

    private final Suggestions suggestions;
    private final ReceiptCodes codes;
    private final Categories categories;
    private final SuggestionConfig config;
    private final Clock clock;

    PutIntoBox(
            Suggestions suggestions, ReceiptCodes codes, Categories categories, SuggestionConfig config, Clock clock) {
        this.suggestions = suggestions;
        this.codes = codes;
        this.categories = categories;
        this.config = config;
        this.clock = clock;
    }

    /** The only moment at which the code is known here. @param isNew false if this was a retry */
    record Put(ReceiptCode code, LocalDate day, Instant passedOnAt, boolean isNew) {}

    @Transactional
    Put put(UUID id, Wish wish) {
        var code = codes.of(id);
        suggestions.inTurn(code);
        var known = suggestions.findById(code.hash());
        if (known != null) {
            if (!known.wasMadeOf(wish)) {
                throw new Conflict("suggestion-differs");
            }
            return put(code, known, false);
        }
        requireOffered(wish.category());
        var suggestion = new Suggestion(code, wish, config.beginning(clock.instant()));
        suggestions.persistAndFlush(suggestion);
        return put(code, suggestion, true);
    }

    /** Strangers do not add to the office's list of codes to be sorted out. */
    private void requireOffered(String category) {
        // Whoever chooses none is heard in any case.
        if (!category.equals(Suggestion.CATEGORY)
                && choices().stream().noneMatch(choice -> choice.code().equals(category))) {
            throw new RuleViolated(List.of(new Violation("/category", "unknown-category", category)));
        }
    }

    /** What a suggestion may be about: the employees' category and those the office has listed below it. */
    List<Choice> choices() {
        return categories.choices(Suggestion.CATEGORY);
    }

    private Put put(ReceiptCode code, Suggestion suggestion, boolean isNew) {
        return new Put(code, suggestion.day(), config.passedOnAt(suggestion.since()), isNew);
    }
}
