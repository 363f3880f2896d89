package org.huisheng.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.campaign.Links.CampaignChanged;
import org.huisheng.survey.campaign.Links.Link;
import org.huisheng.survey.definition.CompiledVersions;
import org.huisheng.survey.department.Departments;
import org.jspecify.annotations.Nullable;

/** Planning, opening and closing campaigns, and making their links. */
@ApplicationScoped
class RunCampaign {

    private static final int MAX_NAME = 200;
    private static final int MAX_STATIONS = 100;
    private static final int MAX_GRACE_DAYS = 31;
    private static final int MAX_LINKS = 50_000;

    private final Campaigns campaigns;
    private final CompiledVersions versions;
    private final Departments departments;
    private final Links links;
    private final Event<CampaignChanged> changed;
    private final Clock clock;

    RunCampaign(
            Campaigns campaigns,
            CompiledVersions versions,
            Departments departments,
            Links links,
            Event<CampaignChanged> changed,
            Clock clock) {
        this.campaigns = campaigns;
        this.versions = versions;
        this.departments = departments;
        this.links = links;
        this.changed = changed;
        this.clock = clock;
    }

    @Transactional
    Campaign plan(Campaign.Plan plan) {
        versions.require(plan.surveyId(), plan.version());
        check(plan);
        var campaign = new Campaign(Uuid7.at(clock.instant()), plan);
        campaigns.persist(campaign);
        return campaign;
    }

    /** @param expected the version in If-Match, null when the caller gave none */
    @Transactional
    Campaign replan(UUID id, Campaign.Plan plan, @Nullable Long expected) {
        versions.require(plan.surveyId(), plan.version());
        check(plan);
        return change(id, campaign -> {
            if (expected != null && expected != campaign.lockVersion()) {
                throw new Outdated();
            }
            campaign.replan(plan);
        });
    }

    @Transactional
    Campaign schedule(UUID id) {
        return change(id, campaign -> campaign.schedule(clock.instant()));
    }

    @Transactional
    Campaign unschedule(UUID id) {
        return change(id, campaign -> campaign.unschedule(clock.instant()));
    }

    @Transactional
    Campaign open(UUID id) {
        return change(id, campaign -> campaign.open(clock.instant()));
    }

    @Transactional
    Campaign close(UUID id) {
        return change(id, campaign -> campaign.close(clock.instant()));
    }

    private Campaign change(UUID id, Consumer<Campaign> step) {
        var campaign = campaigns.require(id);
        step.accept(campaign);
        campaigns.flush();
        changed.fire(new CampaignChanged(id));
        return campaign;
    }

    @Transactional
    List<Link> makeLinks(UUID id, int count, @Nullable String station) {
        var campaign = campaigns.require(id);
        if (count < 1 || count > MAX_LINKS) {
            throw new RuleViolated(List.of(new Violation("/count", "out-of-range", 1, MAX_LINKS)));
        }
        if (station != null && !campaign.stations().contains(station)) {
            throw new RuleViolated(List.of(new Violation("/station", "unknown-station", station)));
        }
        return links.create(id, count, station);
    }

    private void check(Campaign.Plan plan) {
        var violations = new ArrayList<Violation>();
        if (plan.name().isBlank()) {
            violations.add(new Violation("/name", "blank"));
        } else if (plan.name().length() > MAX_NAME) {
            violations.add(new Violation("/name", "too-long", MAX_NAME));
        }
        if (!plan.closesAt().isAfter(plan.opensAt())) {
            violations.add(new Violation("/closesAt", "not-after-opening"));
        }
        positive(plan.invited(), "/invited", violations);
        positive(plan.quota(), "/quota", violations);
        if (plan.graceDays() != null && (plan.graceDays() < 1 || plan.graceDays() > MAX_GRACE_DAYS)) {
            violations.add(new Violation("/graceDays", "out-of-range", 1, MAX_GRACE_DAYS));
        }
        if (plan.stations().size() > MAX_STATIONS
                || new HashSet<>(plan.stations()).size() < plan.stations().size()
                || plan.stations().stream().anyMatch(station -> station.isBlank() || station.length() > 100)) {
            violations.add(new Violation("/stations", "bad-stations", MAX_STATIONS));
        }
        if (plan.department() != null
                && !departments.unknown(Set.of(plan.department())).isEmpty()) {
            violations.add(new Violation("/attribution/department", "unknown-department", plan.department()));
        }
        if (!violations.isEmpty()) {
            throw new RuleViolated(violations);
        }
    }

    private static void positive(@Nullable Integer number, String path, List<Violation> violations) {
        if (number != null && number < 1) {
            violations.add(new Violation(path, "out-of-range", 1, Integer.MAX_VALUE));
        }
    }
}
