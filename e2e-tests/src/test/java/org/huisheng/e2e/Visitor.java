package org.huisheng.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huisheng.demo.Api;

/** Somebody who asks what they like and looks closely at the answer. Has nothing but an address, and perhaps headers. */
final class Visitor {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** All stories sign in from one address, which may do so only so often. */
    private static final Map<String, String> BEARERS = new ConcurrentHashMap<>();

    private final String gateway;
    private final List<String> headers;

    private Visitor(String gateway, List<String> headers) {
        this.gateway = gateway;
        this.headers = headers;
    }

    static Visitor of(DemoStack stack) {
        return new Visitor(stack.gateway(), List.of());
    }

    static Visitor at(String address) {
        return new Visitor(address, List.of());
    }

    static Visitor as(DemoStack stack, String user) throws IOException, InterruptedException {
        return as(stack, user, stack.password(user));
    }

    static Visitor as(DemoStack stack, String user, String password) throws IOException, InterruptedException {
        var bearer = BEARERS.get(user);
        if (bearer == null) {
            var answer = of(stack).post("/api/auth/v1/tokens", credentials(user, password));
            bearer = "Bearer " + json(answer).path("accessToken").asText();
            BEARERS.put(user, bearer);
        }
        return of(stack).with("Authorization", bearer);
    }

    static String credentials(DemoStack stack, String user) {
        return credentials(user, stack.password(user));
    }

    static String credentials(String user, String password) {
        return Api.object().put("username", user).put("password", password).toString();
    }

    Visitor with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Visitor(gateway, more);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return sendAs("application/json", method, path, body);
    }

    HttpResponse<String> sendAs(String mediaType, String method, String path, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(request(mediaType, method, path, body), BodyHandlers.ofString());
    }

    /** Of what may be an answer without an end, the beginning. */
    int status(String mediaType, String method, String path, String body) throws IOException, InterruptedException {
        var answer = CLIENT.send(request(mediaType, method, path, body), BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    private HttpRequest request(String mediaType, String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Content-Type", mediaType)
                .header("Accept-Language", "en")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request.build();
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Api.JSON.readTree(answer.body());
    }

    /** The last part of the problem's type. */
    static String problem(HttpResponse<String> answer) throws IOException {
        var type = json(answer).path("type").asText();
        return type.substring(type.lastIndexOf(':') + 1);
    }
}
