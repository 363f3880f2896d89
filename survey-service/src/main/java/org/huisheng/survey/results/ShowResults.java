package org.huisheng.survey.results;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.survey.anonymity.FewestPeople;
import org.huisheng.survey.campaign.CampaignFacts;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.huisheng.survey.definition.CompiledVersion;
import org.huisheng.survey.definition.CompiledVersions;
import org.huisheng.survey.results.Group.Dimension;
import org.jspecify.annotations.Nullable;

/** Puts figures together, for one campaign or for all there were of a survey. */
@ApplicationScoped
class ShowResults {

    private final KnownCampaigns campaigns;
    private final CompiledVersions versions;
    private final ResultCells cells;
    private final QuestionNames names;
    private final Clock clock;
    private final FewestPeople fewest;

    ShowResults(
            KnownCampaigns campaigns,
            CompiledVersions versions,
            ResultCells cells,
            QuestionNames names,
            Clock clock,
            FewestPeople fewest) {
        this.campaigns = campaigns;
        this.versions = versions;
        this.cells = cells;
        this.names = names;
        this.clock = clock;
        this.fewest = fewest;
    }

    Results ofCampaign(UUID id, List<Dimension> by, Map<Dimension, String> only) throws SQLException {
        var campaign = campaigns.require(id);
        return show(id, campaign.name(), List.of(campaign), version -> Map.of(), by, only);
    }

    /** Under the names of the newest version that was put before people. */
    Results ofSurvey(UUID surveyId, List<Dimension> by, Map<Dimension, String> only) throws SQLException {
        var all = campaigns.ofSurvey(surveyId);
        if (all.isEmpty()) {
            throw new NotFound("campaign", surveyId);
        }
        var newest = all.stream().mapToInt(CampaignFacts::version).max().orElseThrow();
        var renamed = names.until(surveyId, newest);
        var title = versions.require(surveyId, newest).title();
        return show(surveyId, title, all, version -> renamed.getOrDefault(version, Map.of()), by, only);
    }

    private interface Renaming {
        Map<String, String> since(int version);
    }

    private Results show(
            UUID id,
            String name,
            List<CampaignFacts> asked,
            Renaming renaming,
            List<Dimension> by,
            Map<Dimension, String> only)
            throws SQLException {
        var station = only.getOrDefault(Dimension.STATION, "");
        if (!station.isEmpty()
                && asked.stream().noneMatch(campaign -> campaign.stations().contains(station))) {
            throw Malformed.query("station", "not-known");
        }
        var questions = new LinkedHashMap<String, AskedQuestion>();
        var now = clock.instant();
        var deadline = System.nanoTime() + ResultCells.PATIENCE.toNanos();
        var side = require(asked.getFirst()).side();
        var threshold = asked.stream()
                .mapToInt(campaign -> fewest.of(require(campaign).side()))
                .max()
                .orElseThrow();
        var figures = new Breakdown.Figures(threshold);
        for (var campaign : asked) {
            var renamed = renaming.since(campaign.version());
            var inVersion = AskedQuestion.in(require(campaign).definition());
            inVersion.forEach(question -> {
                var newName = renamed.getOrDefault(question.name(), question.name());
                questions.putIfAbsent(newName, question.named(newName));
            });
            for (var cell : cells.of(campaign, side, deadline)) {
                figures.add(cell, renamed.getOrDefault(cell.question(), cell.question()));
            }
        }
        var breakdown = new Breakdown(by, only, threshold);
        var people = figures.of("", "");
        var responses = breakdown.view(people, null);
        var invited = invited(asked);
        return new Results(
                id,
                name,
                side,
                asked.stream().allMatch(CampaignFacts::anonymous),
                threshold,
                now,
                invited,
                only.isEmpty() ? rate(responses.answered(), invited) : null,
                responses,
                breakdown.groups(people, null),
                questions.values().stream()
                        .map(question -> breakdown.view(question, figures))
                        .toList());
    }

    private CompiledVersion require(CampaignFacts campaign) {
        return versions.require(campaign.surveyId(), campaign.version());
    }

    /** A denominator only if every campaign has one. */
    private static @Nullable Integer invited(List<CampaignFacts> asked) {
        var sum = 0;
        for (var campaign : asked) {
            if (campaign.invited() == null) {
                return null;
            }
            sum += campaign.invited();
        }
        return sum;
    }

    static @Nullable BigDecimal rate(@Nullable Long responses, @Nullable Integer invited) {
        return responses == null || invited == null
                ? null
                : BigDecimal.valueOf(responses).divide(BigDecimal.valueOf(invited), 4, RoundingMode.HALF_UP);
    }
}
