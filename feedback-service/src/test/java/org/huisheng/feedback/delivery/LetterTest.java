package org.huisheng.feedback.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTest {

    @ParameterizedTest
    @CsvSource({
        "13800001234, 13***34",
        "12345, 1***5",
        "1, ***",
        "somebody@example.org, s***@example.org",
        "s@example.org, ***@example.org"
    })
    void of_a_contact_the_log_shows_too_little_to_reach_anybody(String contact, String shown) {
        var letter = new Letter(new UUID(7, 7), new UUID(8, 8), Channel.SMS, contact, "s", "https://x/c/secret");

        assertThat(letter.maskedContact()).isEqualTo(shown);
        assertThat(letter.toString()).doesNotContain(contact + ",", "secret");
    }
}
