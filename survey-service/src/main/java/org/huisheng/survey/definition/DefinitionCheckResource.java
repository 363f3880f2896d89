package org.huisheng.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.huisheng.kit.problem.Problem.RenderedViolation;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.questionnaire.reading.DefinitionReader;
import org.jspecify.annotations.Nullable;

/** Trying out a questionnaire, and answers to it, without storing anything. */
@Path("/v1/definitions/check")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("OFFICE")
@RunOnVirtualThread
class DefinitionCheckResource {

    record CheckRequest(JsonNode definition, @Nullable ObjectNode answers) {}

    record UnsupportedView(String path, String what) {}

    /** @param answers what would be stored */
    record CheckView(
            boolean supported,
            List<UnsupportedView> unsupported,
            boolean valid,
            List<RenderedViolation> violations,
            @Nullable ObjectNode answers) {}

    private final ProblemTexts texts;
    private final Clock clock;

    DefinitionCheckResource(ProblemTexts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    @POST
    public CheckView check(CheckRequest request, @HeaderParam("Accept-Language") @Nullable String language) {
        var locale = ProblemTexts.negotiate(language);
        var compilation = DefinitionReader.compile(request.definition());
        var questionnaire = compilation.questionnaire();
        if (questionnaire == null) {
            var refused = texts.render(
                    compilation.unsupported().stream()
                            .map(part -> new Violation(part.path(), "unsupported-" + part.what()))
                            .toList(),
                    locale);
            return new CheckView(
                    false,
                    refused.stream()
                            .map(part -> new UnsupportedView(part.path(), part.message()))
                            .toList(),
                    false,
                    List.of(),
                    null);
        }
        var answers = request.answers() == null ? JsonNodeFactory.instance.objectNode() : request.answers();
        var checked = questionnaire.check(answers, "/answers", clock.instant());
        return new CheckView(
                true, List.of(), checked.valid(), texts.render(checked.violations(), locale), checked.kept());
    }
}
