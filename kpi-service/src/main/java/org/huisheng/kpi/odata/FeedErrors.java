package org.huisheng.kpi.odata;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kpi.odata.filter.Refusal;
import org.jspecify.annotations.Nullable;

/** Refusals in the form OData clients read, in the caller's language (ADR 21). */
@ApplicationScoped
class FeedErrors {

    /** @param code the same that ends the type of a problem elsewhere */
    record ErrorBody(ErrorView error) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErrorView(String code, String message) {}

    private static final int METHOD_NOT_ALLOWED = 405;

    private final ProblemTexts texts;

    FeedErrors(ProblemTexts texts) {
        this.texts = texts;
    }

    Response of(Refusal refusal, @Nullable String acceptLanguage) {
        var locale = ProblemTexts.negotiate(acceptLanguage);
        var problem = texts.render(refusal.code(), refusal.arguments(), refusal.status(), locale, null);
        var message = problem.detail() == null ? problem.title() : problem.detail();
        var answer = Response.status(refusal.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorBody(new ErrorView(refusal.code(), message)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        if (refusal.status() == METHOD_NOT_ALLOWED) {
            answer.header(HttpHeaders.ALLOW, "GET, HEAD");
        }
        return answer.build();
    }
}
