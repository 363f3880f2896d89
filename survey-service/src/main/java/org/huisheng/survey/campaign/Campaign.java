package org.huisheng.survey.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A published version put before people for a time. Opened and closed by hand or by the clock; its times decide. */
@Entity
class Campaign {

    @Id
    private UUID id;

    private UUID surveyId;
    private int version;
    private String name;

    @Enumerated(EnumType.STRING)
    private CampaignStatus status = CampaignStatus.DRAFT;

    private Instant opensAt;
    private Instant closesAt;
    private boolean anonymous;

    @Enumerated(EnumType.STRING)
    private Access access;

    private @Nullable Integer invited;
    private @Nullable Integer quota;
    private String[] stations;
    private @Nullable String department;
    private @Nullable Integer graceDays;
    private @Nullable Instant closedAt;

    @Column(insertable = false, updatable = false)
    private int responseCount;

    @Version
    private long lockVersion;

    /**
     * What the office decides about a campaign.
     *
     * @param department whose number an answer is that names no department
     * @param graceDays for how long after the end answers still come in that were given before it, null for not at all
     */
    record Plan(
            UUID surveyId,
            int version,
            String name,
            Instant opensAt,
            Instant closesAt,
            boolean anonymous,
            Access access,
            @Nullable Integer invited,
            @Nullable Integer quota,
            List<String> stations,
            @Nullable String department,
            @Nullable Integer graceDays) {}

    @NullUnmarked
    protected Campaign() {}

    Campaign(UUID id, Plan plan) {
        this.id = id;
        follow(plan);
    }

    private void follow(Plan plan) {
        surveyId = plan.surveyId();
        version = plan.version();
        name = plan.name();
        opensAt = plan.opensAt();
        closesAt = plan.closesAt();
        anonymous = plan.anonymous();
        access = plan.access();
        invited = plan.invited();
        quota = plan.quota();
        stations = plan.stations().toArray(String[]::new);
        department = plan.department();
        graceDays = plan.graceDays();
    }

    /** What people were promised cannot be changed any more once they could have answered. */
    void replan(Plan plan) {
        if (status != CampaignStatus.DRAFT) {
            throw new Conflict("campaign-not-a-draft");
        }
        follow(plan);
    }

    /** @throws RuleViolated if it would be over before it began */
    void schedule(Instant now) {
        requireTimeLeft(now);
        become(CampaignStatus.SCHEDULED);
    }

    /** Back to a draft, as long as nobody can have answered. */
    void unschedule(Instant now) {
        if (status == CampaignStatus.SCHEDULED && !opensAt.isAfter(now)) {
            throw Conflict.transition("campaign", CampaignStatus.OPEN, CampaignStatus.DRAFT);
        }
        become(CampaignStatus.DRAFT);
    }

    /** @throws RuleViolated if it would be over before it began */
    void open(Instant now) {
        requireTimeLeft(now);
        become(CampaignStatus.OPEN);
        if (opensAt.isAfter(now)) {
            opensAt = now;
        }
    }

    void openOnTime() {
        become(CampaignStatus.OPEN);
    }

    /** However late it is noticed, a campaign whose time was over ended then. */
    void close(Instant now) {
        become(CampaignStatus.CLOSED);
        closedAt = now.isBefore(closesAt) ? now : closesAt;
    }

    private void requireTimeLeft(Instant now) {
        if (!closesAt.isAfter(now)) {
            throw new RuleViolated("campaign-already-over");
        }
    }

    private void become(CampaignStatus next) {
        if (!status.canBecome(next)) {
            throw Conflict.transition("campaign", status, next);
        }
        status = next;
    }

    UUID id() {
        return id;
    }

    UUID surveyId() {
        return surveyId;
    }

    int version() {
        return version;
    }

    String name() {
        return name;
    }

    CampaignStatus status() {
        return status;
    }

    Instant opensAt() {
        return opensAt;
    }

    Instant closesAt() {
        return closesAt;
    }

    boolean anonymous() {
        return anonymous;
    }

    Access access() {
        return access;
    }

    @Nullable
    Integer invited() {
        return invited;
    }

    @Nullable
    Integer quota() {
        return quota;
    }

    List<String> stations() {
        return List.of(stations);
    }

    @Nullable
    String department() {
        return department;
    }

    /** Null as long as it has not ended. */
    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    Integer graceDays() {
        return graceDays;
    }

    /** Null as long as it has not ended. */
    @Nullable
    Instant takesNoMore() {
        return closedAt == null || graceDays == null ? closedAt : closedAt.plus(Duration.ofDays(graceDays));
    }

    long lockVersion() {
        return lockVersion;
    }
}
