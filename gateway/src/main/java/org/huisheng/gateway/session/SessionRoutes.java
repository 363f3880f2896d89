package org.huisheng.gateway.session;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.huisheng.gateway.identity.RandomSecret;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestRemainder;
import org.jspecify.annotations.Nullable;

/**
 * Puts a token in the place of the cookie of a browser that is signed in, before anybody looks who is calling: the services
 * and the gateway's own endpoints know tokens only.
 */
@ApplicationScoped
class SessionRoutes {

    /** After the address was found readable, before what goes through to a service. */
    private static final int ORDER = -345;

    private static final String GRANTED = SessionRoutes.class.getName();
    private static final CharSequence CSRF_TOKEN = HttpHeaders.createOptimized("X-CSRF-Token");
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String OWN = "/api/auth/v1/";
    private static final String SIGN_IN = OWN + "sessions";
    private static final String PASSWORD = OWN + "password";
    private static final String PROVIDER = OWN + "provider";
    private static final String TOKENS = OWN + "tokens";

    private final SessionAccess access;
    private final ProblemAnswer problems;
    private final Vertx vertx;

    SessionRoutes(SessionAccess access, ProblemAnswer problems, Vertx vertx) {
        this.access = access;
        this.problems = problems;
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::route);
    }

    /** The session a request was let through with. */
    static @Nullable Granted of(RoutingContext exchange) {
        return exchange.get(GRANTED);
    }

    private void route(RoutingContext exchange) {
        var request = exchange.request();
        var secret = SessionCookie.take(request);
        if (secret == null || request.headers().contains(HttpHeaders.AUTHORIZATION) || !concerns(exchange)) {
            exchange.next();
            return;
        }
        var remembered = access.remembered(secret.text());
        if (remembered != null) {
            pass(exchange, remembered);
            return;
        }
        ask(exchange, secret);
    }

    /** Signing in and asking for tokens begin with a password, whatever cookie there may be. */
    private static boolean concerns(RoutingContext exchange) {
        var path = exchange.normalizedPath();
        return (path.startsWith("/api/") || path.startsWith("/odata/")) && !path.startsWith(TOKENS);
    }

    private void ask(RoutingContext exchange, RandomSecret secret) {
        exchange.request().pause();
        vertx.executeBlocking(() -> access.admit(secret), false).onComplete(admitted -> {
            if (admitted.failed()) {
                refuse(exchange.request(), admitted.cause());
            } else if (admitted.result().isPresent()) {
                pass(exchange, admitted.result().get());
            } else {
                // Nobody in particular: what is public stays so for a browser that was signed in yesterday.
                exchange.next();
            }
        });
    }

    private void pass(RoutingContext exchange, Granted grant) {
        var request = exchange.request();
        var path = exchange.normalizedPath();
        var isSignIn = path.equals(SIGN_IN) && request.method().equals(HttpMethod.POST);
        if (!isSignIn && !SAFE.contains(request.method()) && !grant.knows(request.getHeader(CSRF_TOKEN))) {
            refuse(request, new NotAllowed("csrf-token-missing"));
        } else if (grant.session().mustChangePassword() && !isOpenBeforeTheChange(path)) {
            refuse(request, new NotAllowed("password-change-required"));
        } else {
            request.headers().set(HttpHeaders.AUTHORIZATION, grant.bearer());
            exchange.put(GRANTED, grant);
            exchange.next();
        }
    }

    private static boolean isOpenBeforeTheChange(String path) {
        return path.equals(PASSWORD)
                || path.equals(SIGN_IN)
                || path.startsWith(SIGN_IN + "/")
                || path.startsWith(PROVIDER);
    }

    private void refuse(HttpServerRequest request, Throwable cause) {
        problems.send(request, cause);
        RequestRemainder.discard(request);
    }
}
