package org.huisheng.kpi.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who listens, by nothing but HTTP. */
final class Ear implements AutoCloseable {

    /** What the server says once the stream has ended. */
    static final Event END = new Event("end", "", "");

    /** A sign of life. */
    static final Event COMMENT = new Event("comment", "", "");

    record Event(String name, String id, String data) {}

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final HttpResponse<InputStream> answer;
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();

    private Ear(HttpResponse<InputStream> answer) {
        this.answer = answer;
    }

    static Ear at(URI address, String authorization, String lastEvent) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Accept", "text/event-stream")
                .header("Authorization", authorization);
        if (lastEvent != null) {
            request.header("Last-Event-ID", lastEvent);
        }
        var ear = new Ear(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
        Thread.ofVirtual().start(ear::listen);
        return ear;
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            var name = "";
            var id = "";
            var data = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    heard.add(COMMENT);
                } else if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    data = line.substring("data: ".length());
                } else if (line.isEmpty() && !data.isEmpty()) {
                    heard.add(new Event(name, id, data));
                    data = "";
                }
            }
            heard.add(END);
        } catch (IOException cut) {
            heard.add(new Event("cut", "", cut.toString()));
        }
    }

    HttpResponse<InputStream> answer() {
        return answer;
    }

    /** The next thing heard, signs of life included. */
    Event next() throws InterruptedException {
        var event = heard.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("Nothing was said for 20 s");
        }
        return event;
    }

    /** The next thing heard that is no sign of life. */
    Event nextEvent() throws InterruptedException {
        var event = next();
        while (event.equals(COMMENT)) {
            event = next();
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
