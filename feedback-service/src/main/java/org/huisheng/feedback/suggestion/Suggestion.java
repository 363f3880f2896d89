package org.huisheng.feedback.suggestion;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.feedback.intake.Intake;
import org.huisheng.feedback.intake.Source;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * What somebody put into the box. It is gathered with others until the period is over; then it becomes a case like any
 * other, and this only remembers which.
 */
@Entity
class Suggestion {

    static final String CATEGORY = "employee-suggestion";

    @Id
    private String codeHash;

    @Version
    private long version;

    private byte[] contentDigest;
    private Instant since;
    private String category;
    private String locale;
    private @Nullable String text;
    private int words;
    private @Nullable UUID caseId;

    @NullUnmarked
    protected Suggestion() {}

    /** What the suggester writes. */
    record Wish(String text, String category, Language language) {
        byte[] digest() {
            return FieldDigest.of(text, category, language);
        }

        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    /** In which the office is told that it is one. */
    enum Language {
        ZH_CN("zh-CN", "员工匿名建议 "),
        EN("en", "Anonymous suggestion ");

        private final String tag;
        private final String title;

        Language(String tag, String title) {
            this.tag = tag;
            this.title = title;
        }

        String tag() {
            return tag;
        }

        static Optional<Language> tagged(String tag) {
            return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
        }
    }

    Suggestion(ReceiptCode code, Wish wish, Instant since) {
        this.codeHash = code.hash();
        this.contentDigest = wish.digest();
        this.since = since;
        this.category = wish.category();
        this.locale = wish.language().tag();
        this.text = wish.text();
    }

    boolean wasMadeOf(Wish wish) {
        return Arrays.equals(contentDigest, wish.digest());
    }

    /** The title, which more people read than the words, says nothing of them. */
    Intake intake() {
        var title = Language.tagged(locale).orElseThrow().title + day();
        return new Intake(
                Side.EMPLOYEE,
                category,
                Severity.NORMAL,
                title,
                Objects.requireNonNull(text, "nobody has it yet"),
                since,
                null,
                new Source(Source.SUGGESTION, null),
                null);
    }

    void became(UUID opened) {
        caseId = opened;
        text = null;
    }

    /** @throws Conflict if there have been too many */
    int nextWord(int most) {
        if (words >= most) {
            throw new Conflict("too-many-words", most);
        }
        words++;
        return words;
    }

    String codeHash() {
        return codeHash;
    }

    Instant since() {
        return since;
    }

    LocalDate day() {
        return LocalDate.ofInstant(since, BusinessCalendar.ZONE);
    }

    /** Empty once there is a case, which has them. */
    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    int words() {
        return words;
    }

    Optional<UUID> caseId() {
        return Optional.ofNullable(caseId);
    }
}
