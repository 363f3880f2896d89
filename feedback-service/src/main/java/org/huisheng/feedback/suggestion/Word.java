package org.huisheng.feedback.suggestion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.confirmation.Answer;
import org.huisheng.feedback.confirmation.Answer.Confirmed;
import org.huisheng.feedback.confirmation.Answer.Disputed;
import org.huisheng.feedback.intake.FieldDigest;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Something the suggester added: a message, or whether they agree with what was done. */
@Entity
@Table(name = "suggestion_word")
@IdClass(Word.Key.class)
class Word {

    record Key(String suggestion, int number) {}

    /** What is said. */
    enum Kind {
        MESSAGE,
        CONFIRMED,
        DISPUTED
    }

    /** What became of it. */
    enum Fate {
        GATHERED,
        PASSED_ON,
        /** Meanwhile there was nothing left it could be said to; nobody has read it. */
        TOO_LATE
    }

    @Id
    private String suggestion;

    @Id
    private int number;

    @Column(name = "key")
    private String clientKey;

    private byte[] digest;
    private Instant since;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable Integer attempt;
    private @Nullable Integer rating;
    private @Nullable String text;

    @Enumerated(EnumType.STRING)
    private Fate fate;

    @NullUnmarked
    protected Word() {}

    /** Its place among the words of one suggester. */
    record Place(String suggestion, int number, String key, Instant since) {}

    private Word(Place place, Kind kind, byte[] digest, @Nullable String text) {
        this.suggestion = place.suggestion();
        this.number = place.number();
        this.clientKey = place.key();
        this.since = place.since();
        this.kind = kind;
        this.digest = digest;
        this.text = text;
        this.fate = Fate.GATHERED;
    }

    static Word message(Place place, String text) {
        return new Word(place, Kind.MESSAGE, digest(text), text);
    }

    static byte[] digest(String message) {
        return FieldDigest.of(Kind.MESSAGE, message);
    }

    /** @param attempt which resolution it is about */
    static Word verdict(Place place, int attempt, Answer answer) {
        var word = new Word(place, Kind.valueOf(answer.outcome().name()), answer.digest(), answer.words());
        word.attempt = attempt;
        word.rating = answer instanceof Confirmed confirmed ? confirmed.rating() : null;
        return word;
    }

    boolean says(byte[] same) {
        return Arrays.equals(digest, same);
    }

    /** Empty of a message. */
    Optional<Answer> answer() {
        return switch (kind) {
            case MESSAGE -> Optional.empty();
            case CONFIRMED -> Optional.of(new Confirmed(Objects.requireNonNull(rating), text));
            case DISPUTED -> Optional.of(new Disputed(Objects.requireNonNull(text)));
        };
    }

    boolean isAbout(int resolution) {
        return attempt != null && attempt == resolution;
    }

    void passedOn() {
        fate = Fate.PASSED_ON;
        text = null;
    }

    void cameTooLate() {
        fate = Fate.TOO_LATE;
        text = null;
    }

    Kind kind() {
        return kind;
    }

    Fate fate() {
        return fate;
    }

    LocalDate day() {
        return LocalDate.ofInstant(since, BusinessCalendar.ZONE);
    }

    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    Optional<Integer> rating() {
        return Optional.ofNullable(rating);
    }
}
