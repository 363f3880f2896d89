package org.huisheng.feedback.rule;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huisheng.events.RuleEvent.RuleChanged;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.NullUnmarked;

/** A rule of the office. What it says makes a version; another version is disabled until it was tried out and enabled. */
@Entity
@Table(name = "case_rule")
class Rule {

    @Id
    private UUID id;

    /** Of the row; enabling and disabling change it too. */
    @Version
    private long revision;

    private int version;
    private String name;
    private boolean enabled;

    @Embedded
    private When terms;

    @Embedded
    private Opens opens;

    private String createdBy;
    private Instant createdAt;
    private String changedBy;
    private Instant changedAt;

    @NullUnmarked
    protected Rule() {}

    /** What a hand writes. */
    record Draft(String name, When when, Opens opens) {}

    Rule(UUID id, Draft draft, String actor, Instant now) {
        this.id = id;
        this.version = 1;
        this.name = draft.name();
        this.terms = draft.when();
        this.opens = draft.opens();
        this.createdBy = actor;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.changedBy = actor;
        this.changedAt = createdAt;
    }

    void write(Draft draft, String actor, Instant now) {
        version++;
        enabled = false;
        name = draft.name();
        terms = draft.when();
        opens = draft.opens();
        touch(actor, now);
    }

    void enable(String actor, Instant now) {
        if (enabled) {
            throw new Conflict("rule-enabled");
        }
        enabled = true;
        touch(actor, now);
    }

    void disable(String actor, Instant now) {
        if (!enabled) {
            throw new Conflict("rule-disabled");
        }
        enabled = false;
        touch(actor, now);
    }

    private void touch(String actor, Instant now) {
        changedBy = actor;
        changedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** Once it is flushed, when its revision is known. */
    RuleChanged changed() {
        return new RuleChanged(id, version, revision, enabled, terms.terms(), changedAt);
    }

    UUID id() {
        return id;
    }

    long revision() {
        return revision;
    }

    int version() {
        return version;
    }

    String name() {
        return name;
    }

    boolean isEnabled() {
        return enabled;
    }

    When when() {
        return terms;
    }

    Opens opens() {
        return opens;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
