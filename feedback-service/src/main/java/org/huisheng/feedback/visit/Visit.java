package org.huisheng.feedback.visit;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
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
import java.util.stream.Stream;
import org.huisheng.events.VisitEvent.VisitCancelled;
import org.huisheng.events.VisitEvent.VisitCompleted;
import org.huisheng.events.VisitEvent.VisitPlanned;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.enterprise.Contact;
import org.huisheng.feedback.enterprise.Enterprise;
import org.huisheng.feedback.request.Moments;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A surveyor goes to an enterprise, asks how satisfied it is and brings home what it asks for. */
@Entity
class Visit {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID enterprise;
    private String park;
    private String department;
    private LocalDate plannedFor;

    @Enumerated(EnumType.STRING)
    private VisitOrigin origin;

    private @Nullable String surveyor;

    @Enumerated(EnumType.STRING)
    private VisitStatus status;

    private @Nullable String reason;
    private byte[] contentDigest;
    private @Nullable Instant visitedAt;
    private @Nullable Instant reportedAt;
    private @Nullable Integer satisfaction;
    private int slips;
    private byte @Nullable [] completionDigest;

    @Embedded
    @AttributeOverride(name = "name", column = @Column(name = "contact_name"))
    @AttributeOverride(name = "post", column = @Column(name = "contact_post"))
    @AttributeOverride(name = "phone", column = @Column(name = "contact_phone"))
    @AttributeOverride(name = "email", column = @Column(name = "contact_email"))
    private @Nullable Contact contact;

    private @Nullable String note;
    private Instant createdAt;
    private String createdBy;

    @NullUnmarked
    protected Visit() {}

    /** Who goes when, and who answers for it. @param digest of the request it comes from */
    record Arrangement(
            VisitOrigin origin, LocalDate day, @Nullable String surveyor, String department, byte[] digest) {}

    Visit(UUID id, Enterprise enterprise, Arrangement arranged, String by, Instant now) {
        this.id = id;
        this.enterprise = enterprise.id();
        this.park = enterprise.park();
        this.department = arranged.department();
        this.plannedFor = arranged.day();
        this.origin = arranged.origin();
        this.surveyor = arranged.surveyor();
        this.status = VisitStatus.PLANNED;
        this.contentDigest = arranged.digest();
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdBy = by;
    }

    VisitPlanned planned() {
        return new VisitPlanned(id, enterprise, park, department, plannedFor, createdAt);
    }

    VisitCompleted complete(Completion report, Instant now) {
        requireStepTo(VisitStatus.COMPLETED);
        var reported = now.truncatedTo(ChronoUnit.MICROS);
        var visited = Moments.past(report.visitedAt(), now).truncatedTo(ChronoUnit.MICROS);
        requirePossible(visited, reported);
        status = VisitStatus.COMPLETED;
        visitedAt = visited;
        reportedAt = reported;
        satisfaction = report.satisfaction();
        slips = report.slips().size();
        contact = report.contact();
        note = report.note();
        completionDigest = report.digest();
        return new VisitCompleted(id, enterprise, park, department, report.satisfaction(), slips, plannedFor, visited);
    }

    /**
     * It counts in the month it was planned for, and nobody goes before it is arranged, unless it was put down afterwards; a
     * telephone hands in what it holds at the latest in the month after.
     */
    private void requirePossible(Instant visited, Instant reported) {
        var arranged = day(createdAt);
        var meant = plannedFor.isBefore(arranged) ? plannedFor : arranged;
        var first = Stream.of(
                        meant,
                        plannedFor.withDayOfMonth(1),
                        day(reported).withDayOfMonth(1).minusMonths(1))
                .max(LocalDate::compareTo)
                .orElseThrow();
        if (day(visited).isBefore(first)) {
            throw new RuleViolated(List.of(new Violation("/visitedAt", "visited-too-early", first)));
        }
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, BusinessCalendar.ZONE);
    }

    void miss(String why) {
        requireStepTo(VisitStatus.MISSED);
        status = VisitStatus.MISSED;
        reason = why;
    }

    VisitCancelled cancel(String why, Instant now) {
        requireStepTo(VisitStatus.CANCELLED);
        status = VisitStatus.CANCELLED;
        reason = why;
        return new VisitCancelled(id, department, plannedFor, now.truncatedTo(ChronoUnit.MICROS), park);
    }

    /** Within its month, in whose plan it counts. */
    void rearrange(LocalDate day, @Nullable String newSurveyor) {
        if (status != VisitStatus.PLANNED) {
            throw new Conflict("visit-over", id);
        }
        if (!YearMonth.from(day).equals(YearMonth.from(plannedFor))) {
            throw new RuleViolated(
                    "visit-other-month", YearMonth.from(plannedFor).toString());
        }
        plannedFor = day;
        surveyor = newSurveyor;
    }

    private void requireStepTo(VisitStatus next) {
        if (!status.canBecome(next)) {
            throw Conflict.transition("visit", status, next);
        }
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    boolean wasMadeOf(byte[] digest) {
        return Arrays.equals(contentDigest, digest);
    }

    boolean wasCompletedWith(Completion report) {
        return Arrays.equals(completionDigest, report.digest());
    }

    boolean isOf(String name) {
        return name.equals(surveyor);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID enterprise() {
        return enterprise;
    }

    String park() {
        return park;
    }

    String department() {
        return department;
    }

    LocalDate plannedFor() {
        return plannedFor;
    }

    VisitOrigin origin() {
        return origin;
    }

    Optional<String> surveyor() {
        return Optional.ofNullable(surveyor);
    }

    VisitStatus status() {
        return status;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<Instant> visitedAt() {
        return Optional.ofNullable(visitedAt);
    }

    Optional<Instant> reportedAt() {
        return Optional.ofNullable(reportedAt);
    }

    Optional<Integer> satisfaction() {
        return Optional.ofNullable(satisfaction);
    }

    int slips() {
        return slips;
    }

    Optional<Contact> contact() {
        return Optional.ofNullable(contact);
    }

    Optional<String> note() {
        return Optional.ofNullable(note);
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }
}
