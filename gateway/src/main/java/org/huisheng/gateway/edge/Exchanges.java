package org.huisheng.gateway.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** What HTTP/1.1 and HTTP/2 say in different ways. */
public final class Exchanges {

    private Exchanges() {}

    /** Whether there is a body of which nobody knows how long it is. */
    public static boolean hasUnannouncedBody(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            return request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        }
        // It says so by not ending with its head; a GET that does so has a body nobody reads.
        return !request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !request.isEnded()
                && !request.method().equals(HttpMethod.GET)
                && !request.method().equals(HttpMethod.HEAD);
    }

    /** Ends it so that the client notices, and with it, in HTTP/1.1, the connection. */
    public static void cutOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    /** Announces that nothing more will be read. */
    public static void announceClose(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }
}
