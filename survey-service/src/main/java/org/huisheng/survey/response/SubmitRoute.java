package org.huisheng.survey.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.TooLarge;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.request.BodyLimit;
import org.huisheng.kit.web.RequestRemainder;

/**
 * Takes in one response: {@code POST /api/survey/v1/responses}. Public: the link's token is the permission.
 *
 * <p>A route and not a resource method, as it is the busiest request of all and a third of its cost was the way to and from
 * a method (ADR 17). It never blocks. Its documentation is in {@code META-INF/openapi.yaml}.
 */
@ApplicationScoped
class SubmitRoute {

    private static final String PATH = "/api/survey/v1/responses";

    /** After the request id, before authentication, which nobody needs here, and the resources. */
    private static final int ORDER = -350;

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    private static final String RECEIPTS = "/api/survey/v1/receipts/";

    private final SubmitResponse submitResponse;
    private final Receipts receipts;
    private final ProblemAnswer problems;
    private final ObjectMapper json;
    private final long maxBody;

    SubmitRoute(
            SubmitResponse submitResponse,
            Receipts receipts,
            ProblemAnswer problems,
            ObjectMapper json,
            BodyLimit bodyLimit) {
        this.submitResponse = submitResponse;
        this.receipts = receipts;
        this.problems = problems;
        this.json = json;
        this.maxBody = bodyLimit.ofOneRecord();
    }

    void register(@Observes Router router) {
        router.route(PATH).order(ORDER).handler(this::onlyPost);
        router.post(PATH)
                .order(ORDER + 1)
                .consumes("application/json")
                .handler(BodyHandler.create(false).setBodyLimit(maxBody))
                .handler(this::submit)
                .failureHandler(this::fail);
        router.post(PATH).order(ORDER + 2).handler(exchange -> refuse(exchange.request(), 415));
    }

    private void onlyPost(RoutingContext exchange) {
        var request = exchange.request();
        if (request.method().equals(HttpMethod.POST)) {
            exchange.next();
            return;
        }
        request.response().putHeader(HttpHeaders.ALLOW, "POST");
        refuse(request, 405);
    }

    private void refuse(HttpServerRequest request, int status) {
        problems.send(request, status, "http-" + status);
        RequestRemainder.discard(request);
    }

    private void submit(RoutingContext exchange) {
        var posted = exchange.body().buffer();
        var submission = SubmissionReader.read(PostedJson.read(json, posted == null ? new byte[0] : posted.getBytes()));
        submitResponse.submit(submission).whenComplete((stored, failure) -> {
            if (failure == null) {
                answer(exchange, submission, stored);
            } else {
                problems.send(exchange.request(), failure);
            }
        });
    }

    private void answer(RoutingContext exchange, Submission submission, Stored stored) {
        var receipt = receipts.receipt(stored.id());
        var response = exchange.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        if (stored.fresh()) {
            response.setStatusCode(201).putHeader(HttpHeaders.LOCATION, RECEIPTS + receipt);
        }
        response.end(written(receipt, submission.responseId(), stored.receivedAt()));
    }

    /** None of the three has a character that JSON would escape. */
    private static String written(String receipt, UUID responseId, Instant receivedAt) {
        return "{\"receipt\":\"" + receipt + "\",\"responseId\":\"" + responseId + "\",\"receivedAt\":\"" + receivedAt
                + "\"}";
    }

    private void fail(RoutingContext exchange) {
        var request = exchange.request();
        var failure = exchange.failure();
        problems.send(
                request,
                failure != null
                        ? failure
                        : exchange.statusCode() == 413
                                ? new TooLarge(maxBody)
                                : new IllegalStateException("Failed with " + exchange.statusCode()));
        RequestRemainder.discard(request);
    }
}
