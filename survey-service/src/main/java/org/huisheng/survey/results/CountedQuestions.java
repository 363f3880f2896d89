package org.huisheng.survey.results;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.huisheng.survey.campaign.CampaignFacts;
import org.huisheng.survey.definition.CompiledVersions;

/** The questions of a campaign whose values are counted. */
@ApplicationScoped
class CountedQuestions {

    private final CompiledVersions versions;

    CountedQuestions(CompiledVersions versions) {
        this.versions = versions;
    }

    List<String> of(CampaignFacts campaign) {
        var version = versions.require(campaign.surveyId(), campaign.version());
        return AskedQuestion.in(version.definition()).stream()
                .filter(AskedQuestion::counted)
                .map(AskedQuestion::name)
                .toList();
    }
}
