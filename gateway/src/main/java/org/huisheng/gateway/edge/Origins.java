package org.huisheng.gateway.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a request comes from: what the connection says, or what a proxy says about it that is listed. */
@ApplicationScoped
public class Origins {

    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("Forwarded");
    private static final CharSequence REAL_ADDRESS = HttpHeaders.createOptimized("X-Real-IP");
    private static final CharSequence VIA = HttpHeaders.createOptimized("Via");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");

    private final List<Network> trusted;

    Origins(EdgeConfig config) {
        this.trusted = config.trustedProxies().orElse(List.of()).stream()
                .map(Network::parse)
                .toList();
    }

    /** The caller's address: from the right, the first in {@code X-Forwarded-For} that is no proxy of ours. */
    public String address(HttpServerRequest request) {
        var address = request.remoteAddress().hostAddress();
        if (trusted.isEmpty() || !isTrusted(address)) {
            return address;
        }
        var said = String.join(",", request.headers().getAll(FORWARDED_FOR)).split(",", -1);
        for (var i = said.length - 1; i >= 0; i--) {
            var next = said[i].strip();
            if (!Network.isAddress(next)) {
                return address;
            }
            address = next;
            if (!isTrusted(next)) {
                return next;
            }
        }
        return address;
    }

    /** Whether a proxy that is not listed has passed it on, so that nobody knows where it comes from. */
    boolean isForwardedByAStranger(HttpServerRequest request) {
        var headers = request.headers();
        return !isTrusted(request.remoteAddress().hostAddress())
                && (headers.contains(FORWARDED_FOR)
                        || headers.contains(FORWARDED)
                        || headers.contains(REAL_ADDRESS)
                        || headers.contains(VIA));
    }

    public boolean isHttps(HttpServerRequest request) {
        return request.isSSL() || "https".equals(said(request, FORWARDED_PROTO));
    }

    /** The authority the caller asked for. */
    public @Nullable String host(HttpServerRequest request) {
        var said = said(request, FORWARDED_HOST);
        if (said != null) {
            return said;
        }
        var authority = request.authority();
        return authority == null ? null : authority.toString();
    }

    private @Nullable String said(HttpServerRequest request, CharSequence header) {
        return !trusted.isEmpty() && isTrusted(request.remoteAddress().hostAddress())
                ? request.getHeader(header)
                : null;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }
}
