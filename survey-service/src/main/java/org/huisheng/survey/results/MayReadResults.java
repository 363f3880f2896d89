package org.huisheng.survey.results;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.security.Caller;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.huisheng.survey.definition.CompiledVersions;

/**
 * Whose results a liaison is shown: those of campaigns the office has attributed to their department, such as a lecture's quiz, as
 * long as these ask about no other one. How few may be shown is the same for everybody.
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

    /** @throws NotAllowed if it is about others than the caller's department */
    void require(UUID id) {
        var scope = caller.departmentScope();
        if (scope.isPresent()) {
            var campaign = campaigns.require(id);
            if (!scope.get().equals(campaign.department())
                    || versions.require(campaign.surveyId(), campaign.version()).namesDepartments()) {
                throw new NotAllowed("foreign-department");
            }
        }
    }
}
