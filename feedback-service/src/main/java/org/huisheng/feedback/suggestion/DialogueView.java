package org.huisheng.feedback.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huisheng.events.FeedbackEvent.Stage;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Particulars;
import org.huisheng.feedback.casework.Resolution;
import org.huisheng.feedback.casework.StepKind;
import org.huisheng.feedback.casework.TimelineEntry;
import org.huisheng.feedback.suggestion.ReadDialogue.Dialogue;
import org.huisheng.feedback.suggestion.ReadDialogue.Reached;
import org.huisheng.feedback.suggestion.Word.Fate;
import org.huisheng.feedback.suggestion.Word.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a receipt code sees: nobody's name, no id of the case, no time but days.
 *
 * @param stage null as long as nobody has it
 * @param question what the suggester is asked, null when they are not
 * @param open whether messages are taken
 * @param next cursor of the following page, null on the last
 */
record DialogueView(
        LocalDate day,
        String text,
        @Nullable Stage stage,
        @Nullable String departmentName,
        @Nullable Asked question,
        List<Line> lines,
        List<Waiting> waiting,
        boolean open,
        int wordsLeft,
        @Nullable String next) {

    /** @param attempt to be repeated with the answer, which is about this one */
    record Asked(int attempt, String actionTaken) {}

    /** Whose line it is. */
    enum By {
        YOU,
        THEM
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int seq,
            LocalDate day,
            By by,
            StepKind step,
            @Nullable String note,
            @Nullable String actionTaken,
            @Nullable Integer rating) {

        static Line of(TimelineEntry entry) {
            return new Line(
                    entry.seq(),
                    LocalDate.ofInstant(entry.at(), BusinessCalendar.ZONE),
                    entry.actor().equals(Act.STAKEHOLDER) || entry.actor().equals(Act.BOX) ? By.YOU : By.THEM,
                    heard(entry),
                    entry.publicNote().orElse(null),
                    entry.resolution().map(Resolution::actionTaken).orElse(null),
                    entry.rating().orElse(null));
        }

        /** What happened to the case this one was merged into is heard of as if it had happened here. */
        private static StepKind heard(TimelineEntry entry) {
            return switch (entry.step()) {
                case FOLLOWED ->
                    entry.particulars()
                            .map(Particulars::outcome)
                            .map(StepKind::valueOf)
                            .orElseThrow();
                case AGREED -> StepKind.CONFIRMED;
                default -> entry.step();
            };
        }
    }

    /** @param tooLate whether it will never reach anybody */
    record Waiting(
            LocalDate day,
            Kind kind,
            @Nullable String text,
            @Nullable Integer rating,
            boolean tooLate) {

        static Waiting of(Word word) {
            return new Waiting(
                    word.day(),
                    word.kind(),
                    word.text().orElse(null),
                    word.rating().orElse(null),
                    word.fate() == Fate.TOO_LATE);
        }
    }

    static DialogueView of(Dialogue dialogue, Locale locale) {
        var suggestion = dialogue.suggestion();
        var reached = dialogue.reached();
        var matter = reached.map(Reached::matter);
        return new DialogueView(
                suggestion.day(),
                matter.map(one -> one.intake().description())
                        .orElseGet(() -> suggestion.text().orElseThrow()),
                reached.map(one -> stage(one.asked().status())).orElse(null),
                reached.flatMap(Reached::department)
                        .map(department -> department.name(locale))
                        .orElse(null),
                reached.flatMap(one -> asked(one, dialogue.waiting())).orElse(null),
                reached.map(one -> one.lines().stream().map(Line::of).toList()).orElse(List.of()),
                dialogue.waiting().stream().map(Waiting::of).toList(),
                dialogue.wordsLeft() > 0 && matter.map(DialogueView::isOpen).orElse(true),
                dialogue.wordsLeft(),
                reached.map(Reached::next).map(String::valueOf).orElse(null));
    }

    private static Optional<Asked> asked(Reached reached, List<Word> waiting) {
        var asked = reached.asked();
        var answered = waiting.stream().anyMatch(word -> word.isAbout(asked.attempt()));
        var already = reached.lines().stream().anyMatch(line -> line.step() == StepKind.AGREED);
        return asked.awaitsWordOf(reached.matter()) && !answered && !already
                ? asked.resolution().map(done -> new Asked(asked.attempt(), done.actionTaken()))
                : Optional.empty();
    }

    private static boolean isOpen(Case matter) {
        return matter.status() != CaseStatus.CLOSED && matter.mergedInto().isEmpty();
    }

    private static Stage stage(CaseStatus status) {
        return switch (status) {
            case RECEIVED, ASSIGNED -> Stage.RECEIVED;
            case IN_PROGRESS, WAITING -> Stage.IN_PROGRESS;
            case RESOLVED, UNREACHABLE -> Stage.RESOLVED;
            case CONFIRMED -> Stage.CONFIRMED;
            case DISPUTED -> Stage.DISPUTED;
            case CLOSED, MERGED -> Stage.CLOSED;
        };
    }
}
