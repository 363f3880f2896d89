package org.huisheng.kit.web;

import io.vertx.core.http.HttpServerRequest;

/**
 * What a client still sends after its answer is decided. It is read and dropped for a while, since a connection closed
 * over unread bytes takes the answer with it; who goes on and on is cut off.
 */
public final class RequestRemainder {

    private static final long PATIENCE = 64L << 20;

    private long seen;

    private RequestRemainder() {}

    public static void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        var remainder = new RequestRemainder();
        request.exceptionHandler(_ -> {});
        request.endHandler(_ -> {});
        request.handler(chunk -> {
            remainder.seen += chunk.length();
            if (remainder.seen > PATIENCE) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
