package org.huisheng.feedback.supply;

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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.huisheng.events.ReportEvent.SupplyReportSettled;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.feedback.supply.template.Section;
import org.huisheng.feedback.supply.template.SupplyTemplate;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * What an authority is told of a quarter. It may be written until somebody else has approved it, and is sent as it was
 * approved. Whether it was sent in time is decided once: when it is sent, or when its day is over.
 */
@Entity
class SupplyReport {

    static final int MOST_FIGURES = 200;

    private static final int AT_ONCE = 50;

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] contentDigest;
    private String quarter;
    private String sentTo;
    private String department;
    private int template;
    private String title;
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private SupplyStatus status;

    private @Nullable Boolean onTime;
    private String[] authors;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable UUID edition;
    private @Nullable UUID registerEntry;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = AT_ONCE)
    @CollectionTable(name = "supply_report_section", joinColumns = @JoinColumn(name = "report"))
    @OrderColumn(name = "number")
    private List<Section> sections = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = AT_ONCE)
    @CollectionTable(name = "supply_report_figure", joinColumns = @JoinColumn(name = "report"))
    @OrderColumn(name = "number")
    private List<SupplyFigure> figures = new ArrayList<>();

    @NullUnmarked
    protected SupplyReport() {}

    /** Of which quarter whom is told, and who answers for it. @param dueOn null for the usual day */
    record Opening(
            Quarter quarter,
            String sentTo,
            String department,
            @Nullable LocalDate dueOn) {

        byte[] digest() {
            return FieldDigest.of(quarter.toString(), sentTo, department, dueOn);
        }
    }

    SupplyReport(UUID id, Opening opening, LocalDate dueOn, SupplyTemplate template, String by, Instant now) {
        this.id = id;
        this.contentDigest = opening.digest();
        this.quarter = opening.quarter().toString();
        this.sentTo = opening.sentTo();
        this.department = opening.department();
        this.dueOn = dueOn;
        this.template = template.version();
        this.title = opening.quarter().inWords() + template.title();
        this.sections.addAll(template.sections());
        this.status = SupplyStatus.DRAFT;
        this.authors = new String[] {by};
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.updatedAt = createdAt;
    }

    /** @throws Conflict unless it was opened by this */
    void requireMadeOf(Opening opening) {
        if (!Arrays.equals(contentDigest, opening.digest())) {
            throw new Conflict("supply-report-differs", id);
        }
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    /** The end of the last day that is in time. */
    Instant deadline() {
        return dueOn.plusDays(1).atStartOfDay(BusinessCalendar.ZONE).toInstant();
    }

    /** Whoever changes a word is an author of it. */
    void write(String newTitle, List<Section> newSections, String by, Instant now) {
        requireDraft();
        title = newTitle;
        replace(sections, newSections);
        authored(by, now);
    }

    /** Whoever enters a figure is an author of it. */
    void enter(List<SupplyFigure> newFigures, String by, Instant now) {
        requireDraft();
        replace(figures, newFigures);
        authored(by, now);
    }

    /** As long as it is not decided whether it was in time, and its day is not over. */
    void postpone(LocalDate day, Instant now) {
        if (registerEntry != null || status == SupplyStatus.CANCELLED || onTime != null || !now.isBefore(deadline())) {
            throw new Conflict("supply-report-overdue", id);
        }
        dueOn = day;
        touch(now);
    }

    void requireApprovable(String approver) {
        requireStep(SupplyStatus.APPROVED);
        if (authors().contains(approver)) {
            throw new NotAllowed("own-supply-report");
        }
    }

    /** @param approved what of it does not change any more */
    void approve(UUID approved, String approver, Instant now) {
        requireApprovable(approver);
        status = SupplyStatus.APPROVED;
        edition = approved;
        approvedBy = approver;
        approvedAt = now.truncatedTo(ChronoUnit.MICROS);
        touch(now);
    }

    /** Something has to be written otherwise after all. */
    void giveBack(Instant now) {
        become(SupplyStatus.DRAFT);
        edition = null;
        approvedBy = null;
        approvedAt = null;
        touch(now);
    }

    void requireSendable() {
        requireStep(SupplyStatus.SENT);
    }

    /** @return what is decided by it, if it was not before */
    Optional<SupplyReportSettled> send(UUID entry, Instant sentAt, Instant now) {
        become(SupplyStatus.SENT);
        registerEntry = entry;
        touch(now);
        return settle(sentAt.isBefore(deadline()), now);
    }

    void receive(boolean endorsed, Instant now) {
        become(endorsed ? SupplyStatus.ENDORSED : SupplyStatus.RECEIVED);
        touch(now);
    }

    void cancel(Instant now) {
        become(SupplyStatus.CANCELLED);
        touch(now);
    }

    /** The day is over. @return that it is late, unless it was sent or that was known */
    Optional<SupplyReportSettled> expire(Instant now) {
        return isUnsent() && !now.isBefore(deadline()) ? settle(false, now) : Optional.empty();
    }

    boolean isUnsent() {
        return switch (status) {
            case DRAFT, APPROVED -> true;
            case SENT, RECEIVED, ENDORSED, CANCELLED -> false;
        };
    }

    private Optional<SupplyReportSettled> settle(boolean inTime, Instant now) {
        if (onTime != null) {
            return Optional.empty();
        }
        onTime = inTime;
        return Optional.of(
                new SupplyReportSettled(id, department, quarter, dueOn, inTime, now.truncatedTo(ChronoUnit.MICROS)));
    }

    private void become(SupplyStatus next) {
        requireStep(next);
        status = next;
    }

    private void requireStep(SupplyStatus next) {
        if (!status.canBecome(next)) {
            throw Conflict.transition("supply-report", status, next);
        }
    }

    private void requireDraft() {
        if (status != SupplyStatus.DRAFT) {
            throw new Conflict("supply-report-approved", id);
        }
    }

    private void authored(String by, Instant now) {
        if (!authors().contains(by)) {
            authors = Arrays.copyOf(authors, authors.length + 1);
            authors[authors.length - 1] = by;
        }
        touch(now);
    }

    private static <T> void replace(List<T> old, List<T> present) {
        old.clear();
        old.addAll(present);
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

    Quarter quarter() {
        return Quarter.parse(quarter);
    }

    String sentTo() {
        return sentTo;
    }

    String department() {
        return department;
    }

    int template() {
        return template;
    }

    String title() {
        return title;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    SupplyStatus status() {
        return status;
    }

    Optional<Boolean> onTime() {
        return Optional.ofNullable(onTime);
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

    Optional<UUID> registerEntry() {
        return Optional.ofNullable(registerEntry);
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    List<SupplyFigure> figures() {
        return List.copyOf(figures);
    }
}
