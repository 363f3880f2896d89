package org.huisheng.survey.results;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.security.Caller;
import org.huisheng.survey.campaign.CampaignFacts;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.huisheng.survey.definition.CompiledVersions;

/**
 * Whose results a liaison is shown: those of campaigns the office has attributed to their department, such as a lecture's quiz, as
 * long as these ask about no other one, once no answer can come in any more. How few may be shown is the same for everybody; but who
 * sits among those who answer could tell from two readings what the one in between has said.
 */
@RequestScoped
class MayReadResults {

    private final KnownCampaigns campaigns;
    private final CompiledVersions versions;
    private final Caller caller;
    private final Clock clock;

    MayReadResults(KnownCampaigns campaigns, CompiledVersions versions, Caller caller, Clock clock) {
        this.campaigns = campaigns;
        this.versions = versions;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws NotAllowed if it is about others than the caller's department
     * @throws Conflict if answers can still come in
     */
    void require(UUID id) {
        var scope = caller.departmentScope();
        if (scope.isPresent()) {
            var campaign = campaigns.require(id);
            if (!scope.get().equals(campaign.department())
                    || versions.require(campaign.surveyId(), campaign.version()).namesDepartments()) {
                throw new NotAllowed("foreign-department");
            }
            requireAllIn(campaign);
        }
    }

    private void requireAllIn(CampaignFacts campaign) {
        var takesNoMore = campaign.takesNoMore();
        if (takesNoMore == null) {
            throw new Conflict("results-before-the-close");
        }
        if (clock.instant().isBefore(takesNoMore)) {
            throw new Conflict("results-before-the-last-answer", takesNoMore);
        }
    }
}
