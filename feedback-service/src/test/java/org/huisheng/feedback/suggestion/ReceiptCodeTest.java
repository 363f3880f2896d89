package org.huisheng.feedback.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReceiptCodeTest {

    @Test
    void every_bit_of_fifteen_bytes_is_in_the_code() {
        var bytes = new byte[32];
        var codes = new HashSet<String>();
        codes.add(ReceiptCode.of(bytes).value());
        for (var bit = 0; bit < 120; bit++) {
            var other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            codes.add(ReceiptCode.of(other).value());
        }

        assertThat(codes).hasSize(121).allSatisfy(code -> assertThat(code).hasSize(ReceiptCode.LENGTH));
    }

    @Test
    void a_code_survives_being_read_out_and_typed_in() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (var i = 0; i < 1_000; i++) {
            var bytes = new byte[15];
            random.nextBytes(bytes);
            var code = ReceiptCode.of(bytes);
            var typed = code.readable()
                    .replace('1', random.nextBoolean() ? 'l' : 'I')
                    .replace('0', 'o');

            assertThat(ReceiptCode.read(" " + typed.toLowerCase(Locale.ROOT)))
                    .as("seed %d, %s", seed, Arrays.toString(bytes))
                    .isEqualTo(code);
        }
    }

    @Test
    void a_code_is_read_as_a_keyboard_for_chinese_and_a_word_processor_write_it() {
        var code = ReceiptCode.read("0123-4567-89AB-CDEF-GHJK-MNPQ");

        assertThat(ReceiptCode.read("０１２３－４５６７－８９ａｂ－ＣＤＥＦ－ＧＨＪＫ－ＭＮＰＱ")).isEqualTo(code);
        assertThat(ReceiptCode.read("0123–4567—89AB　CDEF\tGHJK MNPQ")).isEqualTo(code);
    }

    @Test
    void a_period_of_a_day_begins_at_midnight_in_shanghai_and_a_shorter_one_within_it() {
        var now = Instant.parse("2026-11-26T16:30:45Z");

        assertThat(config(Duration.ofDays(1)).beginning(now)).isEqualTo(Instant.parse("2026-11-26T16:00:00Z"));
        assertThat(config(Duration.ofDays(1)).passedOnAt(now)).isEqualTo(Instant.parse("2026-11-27T16:00:00Z"));
        assertThat(config(Duration.ofMinutes(1)).beginning(now)).isEqualTo(Instant.parse("2026-11-26T16:30:00Z"));
    }

    private static SuggestionConfig config(Duration gatheredFor) {
        return new SuggestionConfig() {
            @Override
            public Duration gatheredFor() {
                return gatheredFor;
            }

            @Override
            public String every() {
                return "1h";
            }

            @Override
            public int mostWords() {
                return 1;
            }
        };
    }
}
