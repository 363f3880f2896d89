package org.huisheng.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;

/** Campaigns as other features see them. */
@ApplicationScoped
public class KnownCampaigns {

    private static final int MOST_OF_A_SURVEY = 500;

    private final Campaigns campaigns;

    KnownCampaigns(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** @throws NotFound if there is no such campaign */
    public CampaignFacts require(UUID id) {
        return CampaignFacts.of(campaigns.require(id));
    }

    /** The newest first, 500 at most. */
    public List<CampaignFacts> ofSurvey(UUID surveyId) {
        return campaigns.ofSurvey(surveyId, MOST_OF_A_SURVEY).stream()
                .map(CampaignFacts::of)
                .toList();
    }
}
