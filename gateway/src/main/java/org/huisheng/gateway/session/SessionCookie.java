package org.huisheng.gateway.session;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import org.huisheng.gateway.identity.RandomSecret;
import org.jspecify.annotations.Nullable;

/** The cookie a browser is recognised by. No script can read it, and no other site's page can make a browser send it. */
final class SessionCookie {

    static final String NAME = "huisheng_session";

    private static final String PAIR = NAME + "=";
    private static final String ATTRIBUTES = "; HttpOnly; SameSite=Strict; Path=/";

    private SessionCookie() {}

    static String of(RandomSecret secret, boolean https) {
        return PAIR + secret.text() + ATTRIBUTES + (https ? "; Secure" : "");
    }

    static String gone(boolean https) {
        return PAIR + "; Max-Age=0" + ATTRIBUTES + (https ? "; Secure" : "");
    }

    /** Takes it out of the request, so that it goes no further than here. */
    static @Nullable RandomSecret take(HttpServerRequest request) {
        var header = request.getHeader(HttpHeaders.COOKIE);
        if (header == null || !header.contains(PAIR)) {
            return null;
        }
        RandomSecret secret = null;
        var others = new ArrayList<String>();
        for (var cookie :
                String.join(";", request.headers().getAll(HttpHeaders.COOKIE)).split(";", -1)) {
            var pair = cookie.strip();
            if (pair.startsWith(PAIR)) {
                secret = new RandomSecret(pair.substring(PAIR.length()));
            } else if (!pair.isEmpty()) {
                others.add(pair);
            }
        }
        request.headers().remove(HttpHeaders.COOKIE);
        if (!others.isEmpty()) {
            request.headers().set(HttpHeaders.COOKIE, String.join("; ", others));
        }
        return secret != null && secret.text().isEmpty() ? null : secret;
    }
}
