package org.huisheng.feedback.duty;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What a record said from then on. */
@Entity
@Immutable
@IdClass(DutyRevision.Key.class)
class DutyRevision {

    record Key(UUID record, int revision) {}

    @Id
    private UUID record;

    @Id
    private int revision;

    /** What it is counted as. */
    private UUID entry;

    private @Nullable BigDecimal score;
    private @Nullable Boolean kept;
    private @Nullable String note;
    private String actor;
    private Instant at;
    private boolean withdrawn;

    @NullUnmarked
    protected DutyRevision() {}

    /** @param said null once it is withdrawn */
    DutyRevision(
            UUID record,
            int revision,
            UUID entry,
            @Nullable Score said,
            @Nullable String why,
            String actor,
            Instant at) {
        this.record = record;
        this.revision = revision;
        this.entry = entry;
        this.score = said == null ? null : said.score();
        this.kept = said == null ? null : said.kept();
        this.note = said == null ? why : said.note();
        this.actor = actor;
        this.at = at;
        this.withdrawn = said == null;
    }

    int revision() {
        return revision;
    }

    UUID entry() {
        return entry;
    }

    Optional<BigDecimal> score() {
        return Optional.ofNullable(score);
    }

    Optional<Boolean> kept() {
        return Optional.ofNullable(kept);
    }

    Optional<String> note() {
        return Optional.ofNullable(note);
    }

    String actor() {
        return actor;
    }

    Instant at() {
        return at;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }
}
