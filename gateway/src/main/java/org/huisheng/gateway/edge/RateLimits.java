package org.huisheng.gateway.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.regex.Pattern;
import org.huisheng.kit.problem.DomainException.TooMany;
import org.huisheng.kit.problem.ProblemAnswer;
import org.huisheng.kit.web.RequestRemainder;

/** Slows down who asks too much: from one address, with one token, of one link. Each gateway counts for itself. */
@ApplicationScoped
class RateLimits {

    /** After the address was found readable, before anything that costs more than this. */
    private static final int ORDER = -347;

    /** What opens something to whoever has it. */
    private static final Pattern LINK =
            Pattern.compile("/api/[a-z]+/v1/(?:links|receipts|confirmations|inquiries|lecture-sign-ins)/[^/]+.*");

    /** What anybody may write, or ask for with a code that stands in no address. */
    private static final Pattern UNASKED =
            Pattern.compile("/api/[a-z]+/v1/(?:suggestions(?:/.*)?|receipt-confirmations)");

    private static final String AUTH = "/api/auth/";
    private static final Pattern SIGN_IN =
            Pattern.compile(AUTH + "v1/(?:tokens|tokens/refresh|sessions|password|provider/sign-in|provider/callback)");

    private static final int KEPT = 64;

    private final boolean enabled;
    private final Origins origins;
    private final ProblemAnswer problems;
    private final Buckets byAddress;
    private final Buckets byToken;
    private final Buckets byLink;
    private final Buckets signIns;
    private final Buckets unasked;

    RateLimits(EdgeConfig config, Origins origins, ProblemAnswer problems) {
        this.enabled = config.rateLimits();
        this.origins = origins;
        this.problems = problems;
        this.byAddress = new Buckets(config.perAddress());
        this.byToken = new Buckets(config.perToken());
        this.byLink = new Buckets(config.perLink());
        this.signIns = new Buckets(config.perSignIn());
        this.unasked = new Buckets(config.perUnasked());
    }

    void register(@Observes Router router) {
        if (enabled) {
            router.route().order(ORDER).handler(this::check);
        }
    }

    private void check(RoutingContext exchange) {
        var request = exchange.request();
        var path = exchange.normalizedPath();
        if (isOurOwn(path)) {
            exchange.next();
            return;
        }
        var wait = waitOf(request, path, System.nanoTime());
        if (wait == 0) {
            exchange.next();
        } else {
            problems.send(request, new TooMany("too-many-requests", Duration.ofNanos(wait)));
            RequestRemainder.discard(request);
        }
    }

    /** Whoever watches over the gateway is not turned away when it is busy. */
    private static boolean isOurOwn(String path) {
        return path.startsWith("/q/");
    }

    private long waitOf(HttpServerRequest request, String path, long now) {
        var address = origins.address(request);
        var wait = byAddress.take(address, now);
        if (wait == 0 && LINK.matcher(path).matches()) {
            wait = byLink.take(path, now);
        } else if (wait == 0 && path.startsWith(AUTH) && SIGN_IN.matcher(path).matches()) {
            wait = signIns.take(address, now);
        } else if (wait == 0 && UNASKED.matcher(path).matches()) {
            wait = unasked.take(address, now);
        }
        return wait == 0 ? waitOfToken(request, now) : wait;
    }

    private long waitOfToken(HttpServerRequest request, long now) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        var shown = authorization == null ? request.getHeader(HttpHeaders.COOKIE) : authorization;
        return shown == null ? 0 : byToken.take(fingerprint(shown), now);
    }

    /** The last characters of a token are its signature, those of a cookie its secret; no more of them is kept here. */
    private static String fingerprint(String shown) {
        return shown.length() <= KEPT ? shown : shown.substring(shown.length() - KEPT);
    }
}
