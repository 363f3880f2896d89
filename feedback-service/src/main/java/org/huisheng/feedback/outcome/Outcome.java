package org.huisheng.feedback.outcome;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.Ending;
import org.huisheng.events.Side;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What a stakeholder said and what was done about it, told to everybody once a second person has read it. */
@Entity
class Outcome {

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] contentDigest;
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private Side side;

    private LocalDate month;
    private String department;
    private boolean named;

    @Embedded
    private Told told;

    @Enumerated(EnumType.STRING)
    private OutcomeStatus status;

    private String[] authors;
    private Instant draftedAt;
    private @Nullable String approvedBy;
    private @Nullable Instant publishedAt;
    private @Nullable String withdrawnBy;
    private @Nullable Instant withdrawnAt;
    private @Nullable String reason;

    @NullUnmarked
    protected Outcome() {}

    /** @throws Conflict unless the stakeholder has agreed and nothing more will happen */
    Outcome(UUID id, Case matter, Told told, String author, Instant now) {
        if (matter.status() != CaseStatus.CLOSED
                || matter.ending().filter(Ending.CONFIRMED::equals).isEmpty()) {
            throw new Conflict("outcome-too-early", matter.id());
        }
        this.id = id;
        this.contentDigest = digest(matter.id(), told);
        this.caseId = matter.id();
        this.side = matter.intake().side();
        this.month =
                YearMonth.from(matter.openedAt().atZone(BusinessCalendar.ZONE)).atDay(1);
        this.department = matter.department().orElseThrow();
        this.told = told;
        this.status = OutcomeStatus.DRAFT;
        this.authors = new String[] {author};
        this.draftedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    private static byte[] digest(UUID caseId, Told told) {
        return FieldDigest.of(caseId, told.youSaid(), told.weDid(), told.youSaidEn(), told.weDidEn());
    }

    boolean wasMadeOf(UUID matter, Told other) {
        return Arrays.equals(contentDigest, digest(matter, other));
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    /** Whoever changes a word is an author of it. */
    void rewrite(Told other, String author) {
        requireDraft();
        told = other;
        if (!authors().contains(author)) {
            authors = Arrays.copyOf(authors, authors.length + 1);
            authors[authors.length - 1] = author;
        }
    }

    /** @param tellsDepartment whether enough cases stand beside this one */
    void publish(String approver, boolean tellsDepartment, Instant now) {
        requireDraft();
        if (authors().contains(approver)) {
            throw new NotAllowed("own-draft");
        }
        status = OutcomeStatus.PUBLISHED;
        named = tellsDepartment;
        approvedBy = approver;
        publishedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    void withdraw(String who, String why, Instant now) {
        if (status == OutcomeStatus.WITHDRAWN) {
            throw new Conflict("outcome-withdrawn", id);
        }
        status = OutcomeStatus.WITHDRAWN;
        withdrawnBy = who;
        withdrawnAt = now.truncatedTo(ChronoUnit.MICROS);
        reason = why;
    }

    private void requireDraft() {
        if (status != OutcomeStatus.DRAFT) {
            throw new Conflict("outcome-decided", id);
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID caseId() {
        return caseId;
    }

    Side side() {
        return side;
    }

    YearMonth month() {
        return YearMonth.from(month);
    }

    String department() {
        return department;
    }

    boolean isNamed() {
        return named;
    }

    Told told() {
        return told;
    }

    OutcomeStatus status() {
        return status;
    }

    List<String> authors() {
        return List.of(authors);
    }

    Instant draftedAt() {
        return draftedAt;
    }

    Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    Optional<String> withdrawnBy() {
        return Optional.ofNullable(withdrawnBy);
    }

    Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
