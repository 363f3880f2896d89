package org.huisheng.feedback.sla;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.sla.CaseClock.Climbed;
import org.huisheng.feedback.sla.Ladder.Recipient;
import org.huisheng.kit.platform.Uuid7;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Somebody is told that a case is about to be late, or is. Its key is that they are told once. */
@Entity
@Immutable
@IdClass(Escalation.Key.class)
class Escalation {

    record Key(UUID caseId, ClockKind clock, int rung) {}

    @Id
    private UUID caseId;

    @Id
    @Enumerated(EnumType.STRING)
    private ClockKind clock;

    @Id
    private int rung;

    /** By which a list goes on after those that fired at once. */
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Recipient recipient;

    private @Nullable String department;
    private Instant dueAt;
    private Instant firedAt;

    @NullUnmarked
    protected Escalation() {}

    Escalation(Case matter, ClockKind clock, Climbed climbed, Instant now) {
        this.id = Uuid7.at(now);
        this.caseId = matter.id();
        this.clock = clock;
        this.rung = climbed.number();
        this.recipient = recipient(matter, climbed.rung().to());
        this.department = matter.department().orElse(null);
        this.dueAt = climbed.dueAt();
        this.firedAt = now;
    }

    /** Of a case nobody is responsible for there is no liaison; the office has to find one. */
    private static Recipient recipient(Case matter, Recipient planned) {
        return planned == Recipient.LIAISON && matter.department().isEmpty() ? Recipient.OFFICE : planned;
    }

    Key key() {
        return new Key(caseId, clock, rung);
    }

    Optional<String> department() {
        return Optional.ofNullable(department);
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    ClockKind clock() {
        return clock;
    }

    int rung() {
        return rung;
    }

    Recipient recipient() {
        return recipient;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant firedAt() {
        return firedAt;
    }

    TellStaff.Rung told() {
        return new TellStaff.Rung(id, caseId, clock, department, dueAt);
    }

    /** For the timeline. */
    String words() {
        return clock + " " + rung + " → " + recipient + ", " + dueAt;
    }
}
