package org.huisheng.feedback.plan.monthly;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What a month of an improvement plan was. What happened the plan says; the remarks are the office's own, until it is approved. */
@Entity
class PlanReport {

    static final int MOST_FIGURES = 200;

    private static final int AT_ONCE = 50;

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] contentDigest;
    private UUID plan;
    private String month;

    @Enumerated(EnumType.STRING)
    private PlanReportStatus status;

    private @Nullable String remarks;
    private @Nullable String nextSteps;
    private @Nullable String helpWanted;
    private String[] authors;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable UUID edition;
    private @Nullable String sentBy;
    private @Nullable Instant sentAt;
    private @Nullable String sentHow;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = AT_ONCE)
    @CollectionTable(name = "plan_report_figure", joinColumns = @JoinColumn(name = "report"))
    @OrderColumn(name = "number")
    private List<MovedFigure> figures = new ArrayList<>();

    @NullUnmarked
    protected PlanReport() {}

    /** What the office adds to what the plan says. */
    record Remarks(
            @Nullable String remarks,
            @Nullable String nextSteps,
            @Nullable String helpWanted,
            List<MovedFigure> figures) {}

    PlanReport(UUID id, UUID plan, YearMonth month, String by, Instant now) {
        this.id = id;
        this.contentDigest = digest(plan, month);
        this.plan = plan;
        this.month = month.toString();
        this.status = PlanReportStatus.DRAFT;
        this.authors = new String[] {by};
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.updatedAt = createdAt;
    }

    private static byte[] digest(UUID plan, YearMonth month) {
        return FieldDigest.of(plan, month.toString());
    }

    /** @throws Conflict unless it was made of this */
    void requireMadeOf(UUID ofPlan, YearMonth ofMonth) {
        if (!Arrays.equals(contentDigest, digest(ofPlan, ofMonth))) {
            throw new Conflict("plan-report-differs", id);
        }
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    /** Whoever changes a word is an author of it. */
    void write(Remarks said, String by, Instant now) {
        if (status != PlanReportStatus.DRAFT) {
            throw new Conflict("plan-report-approved", id);
        }
        remarks = said.remarks();
        nextSteps = said.nextSteps();
        helpWanted = said.helpWanted();
        figures.clear();
        figures.addAll(said.figures());
        if (!authors().contains(by)) {
            authors = Arrays.copyOf(authors, authors.length + 1);
            authors[authors.length - 1] = by;
        }
        touch(now);
    }

    void requireApprovable(String approver, Instant now) {
        requireStep(PlanReportStatus.APPROVED);
        if (authors().contains(approver)) {
            throw new NotAllowed("own-plan-report");
        }
        if (now.isBefore(end(month()))) {
            throw new Conflict("plan-report-too-early", month);
        }
    }

    void approve(UUID approved, String approver, Instant now) {
        requireApprovable(approver, now);
        status = PlanReportStatus.APPROVED;
        edition = approved;
        approvedBy = approver;
        approvedAt = now.truncatedTo(ChronoUnit.MICROS);
        touch(now);
    }

    /** Something has to be written otherwise after all. */
    void giveBack(Instant now) {
        requireStep(PlanReportStatus.DRAFT);
        status = PlanReportStatus.DRAFT;
        edition = null;
        approvedBy = null;
        approvedAt = null;
        touch(now);
    }

    void send(String by, Instant at, String how, Instant now) {
        requireStep(PlanReportStatus.SENT);
        status = PlanReportStatus.SENT;
        sentBy = by;
        sentAt = at.truncatedTo(ChronoUnit.MICROS);
        sentHow = how;
        touch(now);
    }

    /** The first moment that is not of the month any more. */
    static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(BusinessCalendar.ZONE).toInstant();
    }

    private void requireStep(PlanReportStatus next) {
        if (!status.canBecome(next)) {
            throw Conflict.transition("plan-report", status, next);
        }
    }

    private void touch(Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID plan() {
        return plan;
    }

    YearMonth month() {
        return YearMonth.parse(month);
    }

    PlanReportStatus status() {
        return status;
    }

    Optional<String> remarks() {
        return Optional.ofNullable(remarks);
    }

    Optional<String> nextSteps() {
        return Optional.ofNullable(nextSteps);
    }

    Optional<String> helpWanted() {
        return Optional.ofNullable(helpWanted);
    }

    List<String> authors() {
        return List.of(authors);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    Optional<UUID> edition() {
        return Optional.ofNullable(edition);
    }

    Optional<String> sentBy() {
        return Optional.ofNullable(sentBy);
    }

    Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    Optional<String> sentHow() {
        return Optional.ofNullable(sentHow);
    }

    List<MovedFigure> figures() {
        return List.copyOf(figures);
    }
}
