package org.huisheng.feedback.comment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The letter that answers one comment, in the words somebody gave it; once it was sent it stays as it is. */
@Entity
class ReplyLetter {

    @Id
    private UUID comment;

    @Version
    private long version;

    private String text;
    private String writtenBy;
    private Instant writtenAt;
    private @Nullable Instant sealedAt;

    @NullUnmarked
    protected ReplyLetter() {}

    ReplyLetter(UUID comment, String text, String by, Instant now) {
        this.comment = comment;
        this.text = text;
        this.writtenBy = by;
        this.writtenAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    void write(String newText, String by, Instant now) {
        text = newText;
        writtenBy = by;
        writtenAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    void seal(Instant now) {
        sealedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    long version() {
        return version;
    }

    String text() {
        return text;
    }

    String writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    Optional<Instant> sealedAt() {
        return Optional.ofNullable(sealedAt);
    }
}
