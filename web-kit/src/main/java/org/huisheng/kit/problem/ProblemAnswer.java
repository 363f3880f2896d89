package org.huisheng.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Answers an exchange that never reaches a resource with a problem, in the caller's language. */
@ApplicationScoped
public class ProblemAnswer {

    /** Under this an exchange that was led elsewhere keeps the path its caller knows. */
    public static final String ASKED_PATH = "huisheng.asked-path";

    private static final Logger LOG = Logger.getLogger(ProblemAnswer.class);
    private static final int OURS_ALONE = 500;

    private final ProblemTexts texts;
    private final ObjectMapper json;

    ProblemAnswer(ProblemTexts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** Sends it; the caller has set whatever further headers belong to it. */
    public void send(HttpServerRequest request, int status, String code, Object... arguments) {
        var locale = ProblemTexts.negotiate(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        send(request, texts.render(code, List.of(arguments), status, locale, request.path()), locale.toLanguageTag());
    }

    /** The same answer as a resource that failed so would give: see {@link ProblemMapping}. */
    public void send(HttpServerRequest request, Throwable failure) {
        var refusal = ProblemMapping.refusal(failure);
        if (refusal == null) {
            // Not the path, which may hold a token: the log line has the request id.
            LOG.errorf(failure, "%s failed", request.method());
            send(request, OURS_ALONE, "http-" + OURS_ALONE);
            return;
        }
        refusal.headers().forEach(request.response()::putHeader);
        var locale = ProblemTexts.negotiate(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        send(request, texts.render(refusal, locale, request.path()), locale.toLanguageTag());
    }

    private void send(HttpServerRequest request, Problem problem, String language) {
        var response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language)
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
