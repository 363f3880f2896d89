package org.huisheng.feedback.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {

    /** What waits for somebody outside, or has only a month. */
    private static final Set<String> WITHOUT_A_TIME =
            Set.of("override.text", "report-unanswered.text", "plan-report-missing.text", "lead-taken.text");

    private static final Set<String> WITHOUT_A_DEPARTMENT = Set.of("plan-report-missing.text");

    private static final Locale CHINESE = Locale.forLanguageTag("zh-CN");

    @Test
    void both_languages_have_the_same_words_whatever_the_machine_speaks() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try {
            var chinese = Wording.words(CHINESE);
            var english = Wording.words(Locale.ENGLISH);

            assertThat(chinese.keySet()).isNotEmpty().isEqualTo(english.keySet());
            assertThat(chinese.getString("no-department")).isEqualTo("待分派");
            assertThat(english.getString("no-department")).isEqualTo("not assigned yet");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void each_text_says_whose_by_when_and_where_to_look() {
        for (var language : new Locale[] {CHINESE, Locale.ENGLISH}) {
            var words = Wording.words(language);
            words.keySet().stream().filter(key -> key.endsWith(".text")).forEach(key -> {
                var text = MessageFormat.format(words.getString(key), "DEP", "DUE", "LINK");
                assertThat(text).as(key).contains("LINK");
                assertThat(text.contains("DEP")).as(key).isNotEqualTo(WITHOUT_A_DEPARTMENT.contains(key));
                assertThat(text.contains("DUE")).as(key).isNotEqualTo(WITHOUT_A_TIME.contains(key));
            });
        }
    }
}
