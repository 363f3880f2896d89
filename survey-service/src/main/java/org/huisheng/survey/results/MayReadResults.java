package org.huisheng.survey.results;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.security.Caller;
import org.huisheng.survey.campaign.CampaignStatus;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.huisheng.survey.definition.CompiledVersions;

/**
 * Whose results a liaison is shown: those of campaigns the office has attributed to their department, such as a lecture's quiz, as
 * long as these ask about no other one, once they are closed. How few may be shown is the same for everybody; but who sits among
 * those who answer could tell from two readings what the one in between has said.
 */
@RequestScoped
class MayReadResults {

    private final KnownCampaigns campaigns;
    private final CompiledVersions versions;
    private final Caller caller;

    MayReadResults(KnownCampaigns campaigns, CompiledVersions versions, Caller caller) {
        this.campaigns = campaigns;
        this.versions = versions;
        this.caller = caller;
    }

    /**
     * @throws NotAllowed if it is about others than the caller's department
     * @throws Conflict if its answers are still coming in
     */
    void require(UUID id) {
        var scope = caller.departmentScope();
        if (scope.isPresent()) {
            var campaign = campaigns.require(id);
            if (!scope.get().equals(campaign.department())
                    || versions.require(campaign.surveyId(), campaign.version()).namesDepartments()) {
                throw new NotAllowed("foreign-department");
            }
            if (campaign.status() != CampaignStatus.CLOSED) {
                throw new Conflict("results-before-the-close");
            }
        }
    }
}
