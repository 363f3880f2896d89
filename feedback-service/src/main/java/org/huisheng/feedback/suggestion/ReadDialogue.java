package org.huisheng.feedback.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.StepKind;
import org.huisheng.feedback.casework.Timeline;
import org.huisheng.feedback.casework.TimelineEntry;
import org.huisheng.feedback.department.Department;
import org.huisheng.feedback.department.Departments;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** Shows a suggester what became of their suggestion, and what was said about it. */
@ApplicationScoped
class ReadDialogue {

    private final Suggestions suggestions;
    private final Words words;
    private final Cases cases;
    private final Timeline timeline;
    private final Departments departments;
    private final SuggestionConfig config;
    private final String publicUrl;

    ReadDialogue(
            Suggestions suggestions,
            Words words,
            Cases cases,
            Timeline timeline,
            Departments departments,
            SuggestionConfig config,
            @ConfigProperty(name = "huisheng.public-url") URI publicUrl) {
        this.suggestions = suggestions;
        this.words = words;
        this.cases = cases;
        this.timeline = timeline;
        this.departments = departments;
        this.config = config;
        this.publicUrl = publicUrl.toString().replaceFirst("/$", "");
    }

    /**
     * @param reached missing as long as nobody has it
     * @param waiting what the suggester added and the case does not have
     * @param wordsLeft how much they may still add
     */
    record Dialogue(Suggestion suggestion, Optional<Reached> reached, List<Word> waiting, int wordsLeft) {}

    /**
     * @param asked whose resolution it is about: the same case, or the one it was merged into
     * @param lines those steps the suggester is told of
     * @param next where the next page begins, null on the last
     */
    record Reached(
            Case matter,
            Case asked,
            Optional<Department> department,
            List<TimelineEntry> lines,
            @Nullable Integer next) {}

    @Transactional
    Dialogue read(ReceiptCode code, int after) {
        var suggestion = suggestions.require(code);
        return new Dialogue(
                suggestion,
                suggestion.caseId().map(cases::require).map(matter -> reached(matter, after)),
                words.notPassedOn(suggestion),
                Math.max(0, config.mostWords() - suggestion.words()));
    }

    /** @throws NotFound of a code that nobody was given */
    @Transactional
    String address(ReceiptCode code) {
        suggestions.require(code);
        return publicUrl + "/box#" + code.readable();
    }

    private Reached reached(Case matter, int after) {
        var asked = cases.asked(matter);
        var page = timeline.of(matter.id(), after);
        var last = page.isEmpty() ? after : page.getLast().seq();
        return new Reached(
                matter,
                asked,
                asked.department().flatMap(departments::findByIdOptional),
                page.stream().filter(ReadDialogue::isToldOf).toList(),
                last < matter.timelineLength() ? last : null);
    }

    /** Of a case it was merged into a suggester hears the steps, and no words meant for somebody else. */
    private static boolean isToldOf(TimelineEntry entry) {
        return entry.isPublic() || entry.step() == StepKind.FOLLOWED || entry.step() == StepKind.AGREED;
    }
}
