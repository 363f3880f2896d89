package org.huisheng.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.huisheng.gateway.testing.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Server-sent events on their way through; here a service may take one second to answer. */
@QuarkusTest
class LiveTest extends GatewayTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String id = UUID.randomUUID().toString();

    /** Each is sent only after the one before has been read: were one held back, nothing would ever come. */
    @Test
    @Timeout(60)
    void events_come_through_when_they_are_sent_and_for_longer_than_an_answer_may_take() throws Exception {
        try (var body = CLIENT.send(request(), BodyHandlers.ofInputStream()).body();
                var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (var number = 0; number < 3; number++) {
                assertThat(lines.readLine()).isEqualTo("data: " + number);
                assertThat(lines.readLine()).isEmpty();
                given().get("/api/survey/v1/live-next?id=" + id).then().statusCode(200);
            }
        }
    }

    @Test
    void a_client_that_goes_away_ends_the_stream_at_the_service() throws Exception {
        var body = CLIENT.send(request(), BodyHandlers.ofInputStream()).body();
        assertThat(body.read()).isEqualTo('d');
        assertThat(gone()).isEqualTo("false");

        body.close();

        await().atMost(Duration.ofSeconds(10)).until(() -> gone().equals("true"));
    }

    private String gone() {
        return given().get("/api/survey/v1/live-gone?id=" + id).asString();
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(gateway.resolve("/api/kpi/v1/live?id=" + id))
                .header("Accept", "text/event-stream")
                .build();
    }
}
