package org.huisheng.gateway.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Base64;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestRemainder;

/**
 * Puts a token of ours in the place of one of the provider's, so that one place knows what the provider means by its claims
 * and the services know one issuer. What cannot be believed stays as it is: whoever asks for a token will refuse it.
 */
@ApplicationScoped
class ProviderBearers {

    /** After the sessions' cookies, before what goes through to a service. */
    private static final int ORDER = -344;

    private static final String BEARER = "Bearer ";

    private final Provider provider;
    private final ExchangedTokens exchanged;
    private final ProblemAnswer problems;
    private final ObjectMapper json;
    private final Vertx vertx;

    ProviderBearers(
            Provider provider, ExchangedTokens exchanged, ProblemAnswer problems, ObjectMapper json, Vertx vertx) {
        this.provider = provider;
        this.exchanged = exchanged;
        this.problems = problems;
        this.json = json;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        if (provider.issuesTokens()) {
            router.route().order(ORDER).handler(this::route);
        }
    }

    private void route(RoutingContext exchange) {
        var authorization = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER)) {
            exchange.next();
            return;
        }
        var token = authorization.substring(BEARER.length()).strip();
        var ours = exchanged.remembered(token);
        if (ours != null) {
            goOn(exchange, ours);
        } else if (isTheirs(token)) {
            ask(exchange, token);
        } else {
            exchange.next();
        }
    }

    /** Says nothing about whether it is true. */
    private boolean isTheirs(String token) {
        var parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    && json.readTree(Base64.getUrlDecoder().decode(parts[1]))
                            .path("iss")
                            .asText()
                            .equals(provider.issuer());
        } catch (IOException | IllegalArgumentException noToken) {
            return false;
        }
    }

    private void ask(RoutingContext exchange, String token) {
        var request = exchange.request();
        request.pause();
        vertx.executeBlocking(() -> exchanged.exchange(token), false).onComplete(asked -> {
            if (asked.failed()) {
                problems.send(request, asked.cause());
                RequestRemainder.discard(request);
            } else if (asked.result().isPresent()) {
                goOn(exchange, asked.result().get());
            } else {
                exchange.next();
            }
        });
    }

    private static void goOn(RoutingContext exchange, String ours) {
        exchange.request().headers().set(HttpHeaders.AUTHORIZATION, BEARER + ours);
        exchange.next();
    }
}
