package org.huisheng.feedback.duty;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.huisheng.events.DutyEvent.DutyRecorded;
import org.huisheng.events.DutyEvent.DutyWithdrawn;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * How a post performed its duty in a process and month. It is corrected by a new revision, which takes back the one before it;
 * each is counted under an id of its own, so that it makes no difference in which order the others hear of them.
 */
@Entity
class DutyRecord {

    static final int MOST_REVISIONS = 100;

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] contentDigest;
    private LocalDate month;
    private String department;
    private String post;
    private String process;
    private UUID entry;
    private int revision;

    @Embedded
    private Score score;

    private boolean withdrawn;
    private String recordedBy;
    private Instant recordedAt;
    private Instant updatedAt;

    @NullUnmarked
    protected DutyRecord() {}

    /** What was watched. */
    record Duty(YearMonth month, String department, String post, String process) {}

    DutyRecord(UUID id, Duty duty, Score score, UUID entry, String by, Instant now) {
        this.id = id;
        this.contentDigest = digest(duty, score);
        this.month = duty.month().atDay(1);
        this.department = duty.department();
        this.post = duty.post();
        this.process = duty.process();
        this.entry = entry;
        this.revision = 1;
        this.score = score;
        this.recordedBy = by;
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.updatedAt = recordedAt;
    }

    private static byte[] digest(Duty duty, Score score) {
        return FieldDigest.of(
                duty.month(),
                duty.department(),
                duty.post(),
                duty.process(),
                score.score(),
                score.kept(),
                score.note());
    }

    boolean wasMadeOf(Duty duty, Score said) {
        return Arrays.equals(contentDigest, digest(duty, said));
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    /** @return what takes the former revision back */
    DutyWithdrawn correct(Score said, UUID next, Instant now) {
        var former = takenBack(now);
        advance(now);
        score = said;
        entry = next;
        return former;
    }

    DutyWithdrawn withdraw(Instant now) {
        var former = takenBack(now);
        advance(now);
        withdrawn = true;
        return former;
    }

    private DutyWithdrawn takenBack(Instant now) {
        if (withdrawn) {
            throw new Conflict("duty-withdrawn", id);
        }
        return new DutyWithdrawn(id, entry, revision, now.truncatedTo(ChronoUnit.MICROS));
    }

    private void advance(Instant now) {
        if (revision >= MOST_REVISIONS) {
            throw new Conflict("too-many-revisions", MOST_REVISIONS);
        }
        revision++;
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** The present revision, as the others hear of it. */
    DutyRecorded recorded() {
        return new DutyRecorded(
                id, entry, revision, month().toString(), department, post, process, score.score(), updatedAt);
    }

    /** The present revision, as it is kept. @param why of a withdrawal */
    DutyRevision revisionBy(String actor, @Nullable String why) {
        return new DutyRevision(id, revision, entry, withdrawn ? null : score, why, actor, updatedAt);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    YearMonth month() {
        return YearMonth.from(month);
    }

    String department() {
        return department;
    }

    String post() {
        return post;
    }

    String process() {
        return process;
    }

    int revision() {
        return revision;
    }

    Score score() {
        return score;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
