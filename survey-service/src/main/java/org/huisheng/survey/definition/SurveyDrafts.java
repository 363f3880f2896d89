package org.huisheng.survey.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.survey.definition.AuthorSurvey.Draft;

/** Surveys as other features begin and copy them. */
@ApplicationScoped
public class SurveyDrafts {

    private final AuthorSurvey authorSurvey;
    private final Surveys surveys;
    private final SurveyVersions versions;
    private final ObjectMapper json;

    SurveyDrafts(AuthorSurvey authorSurvey, Surveys surveys, SurveyVersions versions, ObjectMapper json) {
        this.authorSurvey = authorSurvey;
        this.surveys = surveys;
        this.versions = versions;
        this.json = json;
    }

    /** What an author wrote, in the draft or in a version. */
    public record Content(UUID id, String title, Side side, JsonNode definition, List<Measure> measures) {}

    public Content create(String title, Side side, JsonNode definition, List<Measure> measures) {
        var survey = authorSurvey.create(new Draft(title, definition, measures), side);
        return new Content(survey.id(), title, side, definition, measures);
    }

    public Content require(UUID id) {
        var survey = surveys.require(id);
        return content(id, survey.title(), survey.side(), survey.definition(), survey.measures());
    }

    public Content require(UUID id, int version) {
        var published = versions.require(id, version);
        return content(id, published.title(), published.side(), published.definition(), published.measures());
    }

    private Content content(UUID id, String title, Side side, String definition, String measures) {
        try {
            return new Content(
                    id, title, side, json.readTree(definition), List.of(json.readValue(measures, Measure[].class)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
