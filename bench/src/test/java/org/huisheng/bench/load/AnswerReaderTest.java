package org.huisheng.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    @Test
    void reads_one_answer_after_the_other_off_one_connection() throws IOException {
        var answers = reader("""
                HTTP/1.1 201 Created
                Content-Type: application/json
                content-length: 2

                {}HTTP/1.1 204 No Content

                HTTP/1.1 409 Conflict
                Content-Length: 4

                taken""");

        assertThat(answers.read()).isEqualTo(201);
        assertThat(answers.body()).asString().isEqualTo("{}");
        assertThat(answers.read()).isEqualTo(204);
        assertThat(answers.body()).isEmpty();
        assertThat(answers.read()).isEqualTo(409);
        assertThat(answers.body()).asString().isEqualTo("take");
    }

    @Test
    void puts_chunks_together_and_skips_what_is_only_provisional() throws IOException {
        var answers = reader("""
                HTTP/1.1 100 Continue

                HTTP/1.1 200 OK
                Transfer-Encoding: chunked

                A;some=extension
                0123456789
                3
                abc
                0
                Trailer: yes

                HTTP/1.1 200 OK
                Content-Length: 1

                x""");

        assertThat(answers.read()).isEqualTo(200);
        assertThat(answers.body()).asString().isEqualTo("0123456789abc");
        assertThat(answers.read()).isEqualTo(200);
        assertThat(answers.body()).asString().isEqualTo("x");
    }

    @Test
    void reads_a_body_larger_than_its_buffer() throws IOException {
        var body = "ab".repeat(40_000);
        var answers = reader("HTTP/1.1 200 OK\nContent-Length: 80000\n\n" + body);

        answers.read();

        assertThat(answers.body()).asString().isEqualTo(body);
    }

    @Test
    void says_when_the_connection_ends_too_early() {
        var answers = reader("HTTP/1.1 200 OK\nContent-Length: 10\n\nhalf");

        assertThatThrownBy(answers::read).isInstanceOf(EOFException.class);
    }

    /** As a network would give it: a few bytes at a time. */
    private static AnswerReader reader(String text) {
        var bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        return new AnswerReader(new InputStream() {
            private final InputStream all = new ByteArrayInputStream(bytes);

            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                return all.read(target, from, Math.min(length, 7));
            }
        });
    }
}
