package org.huisheng.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.net.URI;
import java.sql.SQLException;
import java.util.Locale;
import org.huisheng.kit.platform.DatabaseOutage;
import org.huisheng.kit.problem.DomainException.Busy;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Gives every failure its {@code urn:huisheng:problem:…} type and its words, looking at what really caused it:
 * a lost update found at commit is the caller's 409, not our 500. Nothing of an unknown exception is shown.
 */
@ApplicationScoped
class ProblemMapping implements ProblemPostProcessor {

    private static final int METHOD_NOT_ALLOWED = 405;

    private final ProblemTexts texts;
    private final CurrentVertxRequest request;
    private final AllowedMethods allowedMethods = new AllowedMethods();

    ProblemMapping(ProblemTexts texts, CurrentVertxRequest request) {
        this.texts = texts;
        this.request = request;
    }

    @Override
    public int priority() {
        return 1000; // before the logger, which must see the final status
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var locale = locale();
        var path = path(context);
        var refusal = refusal(context.cause);
        if (refusal == null) {
            return generic(problem, locale, path);
        }
        var rendered = texts.render(refusal, locale, path);
        var builder = HttpProblem.builder()
                .withType(URI.create(rendered.type()))
                .withTitle(rendered.title())
                .withStatus(rendered.status())
                .withDetail(rendered.detail())
                .withInstance(instance(path))
                .withHeader("Content-Language", locale.toLanguageTag());
        if (!rendered.violations().isEmpty()) {
            builder.with("violations", rendered.violations());
        }
        refusal.headers().forEach(builder::withHeader);
        return builder.build();
    }

    private HttpProblem generic(HttpProblem problem, Locale locale, @Nullable String path) {
        var status = problem.getStatusCode();
        var code = "http-" + status;
        var builder = HttpProblem.builder()
                .withType(URI.create(ProblemTexts.type(code)))
                .withTitle(texts.title(code, locale))
                .withStatus(status)
                .withDetail(texts.detail(code, locale))
                .withInstance(instance(path))
                .withHeader("Content-Language", locale.toLanguageTag());
        problem.getHeaders().forEach(builder::withHeader);
        var allowed = status == METHOD_NOT_ALLOWED ? allowedMethods.at(path) : "";
        if (!allowed.isEmpty()) {
            builder.withHeader("Allow", allowed);
        }
        return builder.build();
    }

    /** What the failure means to the caller; null when it is ours alone. */
    static @Nullable DomainException refusal(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DomainException refusal -> {
                    return refusal;
                }
                case OptimisticLockException _ -> {
                    return new Conflict("lost-update");
                }
                case JsonProcessingException json -> {
                    return UnreadableJson.refusal(json);
                }
                case SQLException sql -> {
                    return databaseRefusal(sql);
                }
                default -> {}
            }
        }
        return null;
    }

    private static @Nullable DomainException databaseRefusal(SQLException failure) {
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "23505" -> new Conflict("already-exists");
            case "40001", "40P01" -> new Conflict("lost-update");
            case "22021", "22P05" -> new Malformed("invalid-text");
            default -> DatabaseOutage.is(failure) ? new Busy() : null;
        };
    }

    private Locale locale() {
        var current = request.getCurrent();
        return ProblemTexts.negotiate(current == null ? null : current.request().getHeader("Accept-Language"));
    }

    /** As the caller sent it; the library knows only what comes after the application's own path. */
    private @Nullable String path(ProblemContext context) {
        var current = request.getCurrent();
        if (current == null) {
            return context.path;
        }
        String asked = current.get(ProblemAnswer.ASKED_PATH);
        return asked == null ? current.request().path() : asked;
    }

    private static @Nullable URI instance(@Nullable String path) {
        if (path == null) {
            return null;
        }
        try {
            return URI.create(path);
        } catch (IllegalArgumentException notAUri) {
            return null;
        }
    }
}
