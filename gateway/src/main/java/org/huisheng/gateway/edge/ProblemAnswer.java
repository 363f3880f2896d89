package org.huisheng.gateway.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.huisheng.kit.problem.Problem;
import org.huisheng.kit.problem.ProblemTexts;

/** Answers an exchange that never reaches a resource with a problem, in the caller's language. */
@ApplicationScoped
public class ProblemAnswer {

    private final ProblemTexts texts;
    private final ObjectMapper json;

    ProblemAnswer(ProblemTexts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** Sends it; the caller has set whatever further headers belong to it. */
    public void send(HttpServerRequest request, int status, String code, Object... arguments) {
        var locale = ProblemTexts.negotiate(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var problem = texts.render(code, List.of(arguments), status, locale, request.path());
        var response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body(problem));
    }

    private Buffer body(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
