package org.huisheng.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpTextTest {

    private static final URI TARGET = URI.create("http://127.0.0.1:8083");

    @Test
    void a_condition_goes_with_the_token() {
        assertThat(new String(HttpText.getUnless(TARGET, "\"v1\"", "/scores", "t"), StandardCharsets.US_ASCII))
                .isEqualTo("""
                        GET /scores HTTP/1.1
                        Host: 127.0.0.1:8083
                        Accept: application/json
                        Authorization: Bearer t
                        If-None-Match: "v1"

                        """.replace("\n", "\r\n"));
    }

    @Test
    void an_answer_of_another_status_than_expected_is_none_to_go_on_after() throws IOException {
        var unchanged = new Repeated(new byte[0], 304);

        assertThat(unchanged.answered(304, () -> new byte[0])).isEqualTo(1);
        assertThatThrownBy(() -> unchanged.answered(200, () -> new byte[0])).hasMessageContaining("200");
    }
}
