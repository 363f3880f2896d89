package org.huisheng.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests as they go over the wire. */
public final class HttpText {

    private HttpText() {}

    /** @param bearer empty for nobody's */
    static String post(URI target, String path, int length, String bearer) {
        return "POST " + path + " HTTP/1.1\r\nHost: " + authority(target)
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n" + authorization(bearer)
                + "\r\n";
    }

    public static byte[] post(URI target, String path, String body, String bearer) {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        return (post(target, path, length, bearer) + body).getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] get(URI target, String path, String bearer) {
        return get(target, path, bearer, "application/json");
    }

    static byte[] get(URI target, String path, String bearer, String accept) {
        return get(target, path, accept, List.of(authorization(bearer)));
    }

    /** @param tag of what the caller has already */
    public static byte[] getUnless(URI target, String tag, String path, String bearer) {
        return get(target, path, "application/json", List.of(authorization(bearer), "If-None-Match: " + tag + "\r\n"));
    }

    private static byte[] get(URI target, String path, String accept, List<String> more) {
        var request = "GET " + path + " HTTP/1.1\r\nHost: " + authority(target) + "\r\nAccept: " + accept + "\r\n"
                + String.join("", more) + "\r\n";
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    private static String authority(URI target) {
        return target.getHost() + ":" + target.getPort();
    }

    private static String authorization(String bearer) {
        return bearer.isEmpty() ? "" : "Authorization: Bearer " + bearer + "\r\n";
    }
}
