package org.huisheng.feedback.rule;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.huisheng.events.RuleEvent.Once;
import org.jspecify.annotations.NullUnmarked;

/** What a rule said. Kept, since a match of an older version may arrive after a change. */
@Entity
@Immutable
@Table(name = "case_rule_version")
@IdClass(RuleVersion.Key.class)
public class RuleVersion {

    public record Key(UUID ruleId, int version) {}

    @Id
    private UUID ruleId;

    @Id
    private int version;

    @Embedded
    private When terms;

    @Embedded
    private Opens opens;

    private String writtenBy;
    private Instant writtenAt;

    @NullUnmarked
    protected RuleVersion() {}

    RuleVersion(Rule rule) {
        this.ruleId = rule.id();
        this.version = rule.version();
        this.terms = rule.when();
        this.opens = rule.opens();
        this.writtenBy = rule.changedBy();
        this.writtenAt = rule.changedAt();
    }

    public UUID ruleId() {
        return ruleId;
    }

    public int version() {
        return version;
    }

    public Once once() {
        return terms.once();
    }

    public Opens opens() {
        return opens;
    }

    String writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
