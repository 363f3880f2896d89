package org.huisheng.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void counts_what_is_there_and_nothing_twice() {
        assertThat(count("aaaa", "aa")).isEqualTo(2);
        assertThat(count("one two one", "one")).isEqualTo(2);
        assertThat(count("one two on", "one")).isEqualTo(1);
        assertThat(count("", "one")).isZero();
    }

    private static int count(String text, String wanted) {
        return Bytes.count(text.getBytes(StandardCharsets.US_ASCII), wanted.getBytes(StandardCharsets.US_ASCII));
    }
}
