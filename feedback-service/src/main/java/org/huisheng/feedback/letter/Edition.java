package org.huisheng.feedback.letter;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A report as somebody approved it. Written once. */
@Entity
@Immutable
class Edition {

    @Id
    private UUID id;

    private String title;
    private String content;
    private byte[] sha256;
    private Instant frozenAt;

    @NullUnmarked
    protected Edition() {}

    Edition(UUID id, String title, String content, byte[] sha256, Instant now) {
        this.id = id;
        this.title = title;
        this.content = content;
        this.sha256 = sha256.clone();
        this.frozenAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    String content() {
        return content;
    }

    byte[] sha256() {
        return sha256.clone();
    }

    Instant frozenAt() {
        return frozenAt;
    }
}
