package org.huisheng.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.Locale;
import java.util.Map;
import org.huisheng.gateway.edge.Origins;
import org.jspecify.annotations.Nullable;

/** Which headers go on, in either direction (RFC 9110, 7.6.1): none about one connection, none a client may not claim. */
final class ForwardedHeaders {

    static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("X-Request-Id");
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");

    private static final MultiMap OF_ONE_CONNECTION = names(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "HTTP2-Settings",
            "Expect",
            "X-Request-Id");
    private static final MultiMap NOT_FOR_CLIENTS_TO_SAY = names(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-Real-IP");

    /** Of these the service's word counts, once. */
    private static final MultiMap SET_BY_US =
            names("Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy");

    private ForwardedHeaders() {}

    /** @param authorization replaces the client's, unless null */
    static MultiMap toService(HttpServerRequest request, Origins origins, @Nullable String authorization) {
        var incoming = request.headers();
        var named = namedByConnection(incoming);
        var outgoing = HeadersMultiMap.httpHeaders();
        for (Map.Entry<String, String> header : incoming) {
            var name = header.getKey();
            if (!OF_ONE_CONNECTION.contains(name) && !NOT_FOR_CLIENTS_TO_SAY.contains(name) && !isIn(named, name)) {
                outgoing.add(name, header.getValue());
            }
        }
        outgoing.set(FORWARDED_FOR, origins.address(request));
        outgoing.set(FORWARDED_PROTO, origins.isHttps(request) ? "https" : "http");
        var host = origins.host(request);
        if (host != null) {
            outgoing.set(FORWARDED_HOST, host);
            if (!outgoing.contains(HttpHeaders.HOST)) {
                outgoing.set(HttpHeaders.HOST, host);
            }
        }
        var known = outgoing.get(HttpHeaders.IF_NONE_MATCH);
        if (known != null) {
            outgoing.set(HttpHeaders.IF_NONE_MATCH, strong(known));
        }
        var requestId = request.response().headers().get(REQUEST_ID);
        if (requestId != null) {
            outgoing.set(REQUEST_ID, requestId);
        }
        if (authorization != null) {
            outgoing.set(HttpHeaders.AUTHORIZATION, authorization);
        }
        return outgoing;
    }

    /** Caches on the way weaken our tags when they compress; for this header both are the same (RFC 9110, 13.1.2). */
    private static String strong(String tags) {
        return tags.replace("W/\"", "\"");
    }

    static void toClient(MultiMap incoming, MultiMap outgoing) {
        var named = namedByConnection(incoming);
        for (Map.Entry<String, String> header : incoming) {
            var name = header.getKey();
            if (OF_ONE_CONNECTION.contains(name) || isIn(named, name)) {
                continue;
            }
            if (SET_BY_US.contains(name)) {
                outgoing.set(name, header.getValue());
            } else {
                outgoing.add(name, header.getValue());
            }
        }
    }

    private static @Nullable String namedByConnection(MultiMap headers) {
        if (!headers.contains(HttpHeaders.CONNECTION)) {
            return null;
        }
        var named = String.join(",", headers.getAll(HttpHeaders.CONNECTION)).toLowerCase(Locale.ROOT);
        return named.equals("keep-alive") || named.equals("close") ? null : ',' + named.replace(" ", "") + ',';
    }

    private static boolean isIn(@Nullable String named, String name) {
        return named != null && named.contains(',' + name.toLowerCase(Locale.ROOT) + ',');
    }

    private static MultiMap names(String... names) {
        var headers = HeadersMultiMap.httpHeaders();
        for (var name : names) {
            headers.add(name, "");
        }
        return headers;
    }
}
