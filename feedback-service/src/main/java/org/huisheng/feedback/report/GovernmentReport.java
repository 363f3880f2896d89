package org.huisheng.feedback.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.feedback.request.Moments;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A report that was sent to an authority. */
@Entity
class GovernmentReport {

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] contentDigest;

    @Enumerated(EnumType.STRING)
    private ReportKind kind;

    private String title;
    private String period;
    private String sentTo;
    private Instant sentAt;
    private @Nullable String documentReference;
    private @Nullable Instant receivedAt;
    private @Nullable String receivedBy;
    private @Nullable UUID endorsement;
    private Instant registeredAt;
    private String registeredBy;

    @NullUnmarked
    protected GovernmentReport() {}

    /** @param period a year, a quarter (2026-Q4) or a month (2026-11) */
    record Sent(
            ReportKind kind,
            String title,
            String period,
            String to,
            Instant at,
            @Nullable String documentReference) {

        byte[] digest() {
            return FieldDigest.of(kind, title, period, to, at, documentReference);
        }
    }

    GovernmentReport(UUID id, Sent sent, String by, Instant now) {
        this.id = id;
        this.contentDigest = sent.digest();
        this.kind = sent.kind();
        this.title = sent.title();
        this.period = sent.period();
        this.sentTo = sent.to();
        this.sentAt = Moments.past(sent.at(), now).truncatedTo(ChronoUnit.MICROS);
        this.documentReference = sent.documentReference();
        this.registeredAt = now.truncatedTo(ChronoUnit.MICROS);
        this.registeredBy = by;
    }

    /** @param comment the endorsement it earned; one may be added later, but neither is ever replaced */
    void receive(Instant at, @Nullable String by, @Nullable UUID comment) {
        var when = at.truncatedTo(ChronoUnit.MICROS);
        if (when.isBefore(sentAt)) {
            throw new RuleViolated(List.of(new Violation("/receivedAt", "too-old", sentAt)));
        }
        if (receivedAt != null && (endorsement != null || comment == null)) {
            throw new Conflict("report-received", id);
        }
        if (receivedAt == null) {
            receivedAt = when;
            receivedBy = by;
        }
        endorsement = comment;
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    boolean wasMadeOf(Sent other) {
        return Arrays.equals(contentDigest, other.digest());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    ReportKind kind() {
        return kind;
    }

    String title() {
        return title;
    }

    String period() {
        return period;
    }

    String sentTo() {
        return sentTo;
    }

    Instant sentAt() {
        return sentAt;
    }

    Optional<String> documentReference() {
        return Optional.ofNullable(documentReference);
    }

    Optional<Instant> receivedAt() {
        return Optional.ofNullable(receivedAt);
    }

    Optional<String> receivedBy() {
        return Optional.ofNullable(receivedBy);
    }

    Optional<UUID> endorsement() {
        return Optional.ofNullable(endorsement);
    }

    Instant registeredAt() {
        return registeredAt;
    }

    String registeredBy() {
        return registeredBy;
    }
}
