package org.huisheng.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;

class ResponseTemplateTest {

    @Test
    void every_request_is_well_formed_and_bears_its_own_id() throws IOException {
        var template = new ResponseTemplate(URI.create("http://127.0.0.1:8080"), "token", 8);
        var random = new SplittableRandom(7);
        for (var number = 0; number < 100; number++) {
            var id = UUID.randomUUID();

            var request = new String(
                    template.next(id.getMostSignificantBits(), id.getLeastSignificantBits(), random),
                    StandardCharsets.UTF_8);

            var body = request.substring(request.indexOf("\r\n\r\n") + 4);
            var json = Api.JSON.readTree(body);
            assertThat(request)
                    .contains("\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
            assertThat(json.path("responseId").asText()).isEqualTo(id.toString());
            assertThat(json.at("/answers/department").asText()).matches("B[1-8]");
            assertThat(json.at("/answers/overall").asInt()).isBetween(1, 5);
            assertThat(json.at("/answers/again").isBoolean()).isTrue();
            assertThat(json.at("/answers/years").asInt()).isBetween(10, 99);
        }
    }
}
