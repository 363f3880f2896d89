package org.huisheng.survey.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other features may know of a campaign.
 *
 * @param department whose number an answer is that names no department
 * @param takesNoMore when even answers given before its end cannot come in any more; null as long as it has not ended
 */
public record CampaignFacts(
        UUID id,
        UUID surveyId,
        int version,
        String name,
        CampaignStatus status,
        Instant opensAt,
        Instant closesAt,
        boolean anonymous,
        Access access,
        @Nullable Integer invited,
        @Nullable Integer quota,
        List<String> stations,
        @Nullable String department,
        @Nullable Instant takesNoMore) {

    static CampaignFacts of(Campaign campaign) {
        return new CampaignFacts(
                campaign.id(),
                campaign.surveyId(),
                campaign.version(),
                campaign.name(),
                campaign.status(),
                campaign.opensAt(),
                campaign.closesAt(),
                campaign.anonymous(),
                campaign.access(),
                campaign.invited(),
                campaign.quota(),
                campaign.stations(),
                campaign.department(),
                campaign.takesNoMore());
    }
}
