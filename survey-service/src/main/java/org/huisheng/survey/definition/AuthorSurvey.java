package org.huisheng.survey.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.kit.audit.AuditTrail;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.department.Departments;
import org.huisheng.survey.questionnaire.reading.DefinitionReader;
import org.jspecify.annotations.Nullable;

/** Drafting a survey and publishing its versions. */
@ApplicationScoped
class AuthorSurvey {

    private static final int MAX_TITLE = 200;
    private static final int MAX_MEASURES = 500;
    // The event of a response carries them all, and must stay a message Kafka takes.
    private static final int MAX_VALUES = 2_000;

    private final Surveys surveys;
    private final SurveyVersions versions;
    private final Departments departments;
    private final ObjectMapper json;
    private final AuditTrail trail;
    private final Clock clock;

    AuthorSurvey(
            Surveys surveys,
            SurveyVersions versions,
            Departments departments,
            ObjectMapper json,
            AuditTrail trail,
            Clock clock) {
        this.surveys = surveys;
        this.versions = versions;
        this.departments = departments;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    /** What an author writes; whether it can be published is only asked at publishing. */
    record Draft(String title, JsonNode definition, List<Measure> measures) {}

    @Transactional
    Survey create(Draft draft, Side side) {
        check(draft);
        var now = clock.instant();
        var survey =
                new Survey(Uuid7.at(now), draft.title(), side, text(draft.definition()), text(draft.measures()), now);
        surveys.persist(survey);
        trail.makes(survey.id());
        return survey;
    }

    /** @param expected the version in If-Match, null when the caller gave none */
    @Transactional
    Survey redraft(UUID id, Draft draft, @Nullable Long expected) {
        check(draft);
        var survey = surveys.require(id);
        if (expected != null && expected != survey.lockVersion()) {
            throw new Outdated();
        }
        survey.redraft(draft.title(), text(draft.definition()), text(draft.measures()));
        surveys.flush();
        return survey;
    }

    @Transactional
    SurveyVersion publish(UUID id) {
        var survey = surveys.require(id);
        requirePublishable(survey);
        var version = survey.publish(clock.instant());
        surveys.flush();
        versions.persistAndFlush(version);
        return version;
    }

    private void requirePublishable(Survey survey) {
        var compilation = DefinitionReader.compile(read(survey.definition(), JsonNode.class));
        var violations = new ArrayList<Violation>(compilation.unsupported().stream()
                .map(refused -> new Violation("/definition" + refused.path(), "unsupported-" + refused.what()))
                .toList());
        var questionnaire = compilation.questionnaire();
        if (questionnaire != null) {
            var measures = List.of(read(survey.measures(), Measure[].class));
            if (measures.stream()
                            .mapToInt(measure -> measure.most(questionnaire))
                            .sum()
                    > MAX_VALUES) {
                violations.add(new Violation("/measures", "too-many", MAX_VALUES));
            }
            for (var index = 0; index < measures.size(); index++) {
                var path = "/measures/" + index;
                violations.addAll(measures.get(index).check(questionnaire, path));
                var named = measures.get(index).departments(questionnaire).toList();
                departments
                        .unknown(named)
                        .forEach(code ->
                                violations.add(new Violation(path + "/department", "unknown-department", code)));
            }
        }
        if (!violations.isEmpty()) {
            throw new RuleViolated(violations);
        }
    }

    private static void check(Draft draft) {
        var violations = new ArrayList<Violation>();
        if (draft.title().isBlank()) {
            violations.add(new Violation("/title", "blank"));
        } else if (draft.title().length() > MAX_TITLE) {
            violations.add(new Violation("/title", "too-long", MAX_TITLE));
        }
        if (!draft.definition().isObject()) {
            violations.add(new Violation("/definition", "object-expected"));
        }
        if (draft.measures().size() > MAX_MEASURES) {
            violations.add(new Violation("/measures", "too-many", MAX_MEASURES));
        }
        if (!violations.isEmpty()) {
            throw new Malformed(violations);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
