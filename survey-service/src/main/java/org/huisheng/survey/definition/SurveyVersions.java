package org.huisheng.survey.definition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;

@ApplicationScoped
class SurveyVersions implements PanacheRepositoryBase<SurveyVersion, SurveyVersion.Id> {

    SurveyVersion require(UUID surveyId, int version) {
        return findByIdOptional(new SurveyVersion.Id(surveyId, version))
                .orElseThrow(() -> new NotFound("survey-version", surveyId + "/" + version));
    }
}
