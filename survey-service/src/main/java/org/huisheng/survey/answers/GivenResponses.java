package org.huisheng.survey.answers;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.survey.definition.CompiledVersions;

/** Single responses of campaigns that are not anonymous. */
@ApplicationScoped
class GivenResponses {

    private final EntityManager entities;
    private final CompiledVersions versions;
    private final ObjectMapper json;

    GivenResponses(EntityManager entities, CompiledVersions versions, ObjectMapper json) {
        this.entities = entities;
        this.versions = versions;
        this.json = json;
    }

    Optional<GivenResponse> find(UUID id) {
        List<?> rows =
                entities.createNativeQuery("""
                        SELECT r.response_id, c.id AS campaign_id, c.name, c.survey_id, c.version, r.station, r.submitted_at,
                               r.received_at, r.locale, r.answers::text AS answers
                        FROM response r JOIN campaign c ON c.id = r.campaign_id
                        WHERE r.response_id = ?1 AND NOT c.anonymous AND r.withdrawn_at IS NULL
                        """, Tuple.class).setParameter(1, id).getResultList();
        return rows.stream().map(Tuple.class::cast).map(this::response).findFirst();
    }

    private GivenResponse response(Tuple row) {
        var survey = row.get("survey_id", UUID.class);
        var version = row.get("version", Integer.class);
        return new GivenResponse(
                row.get("response_id", UUID.class),
                row.get("campaign_id", UUID.class),
                row.get("name", String.class),
                survey,
                version,
                versions.require(survey, version).side(),
                row.get("station", String.class),
                row.get("submitted_at", Instant.class),
                row.get("received_at", Instant.class),
                row.get("locale", String.class),
                StoredAnswers.read(json, row.get("answers", String.class)));
    }
}
