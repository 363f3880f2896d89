package org.huisheng.feedback.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BigramsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "停电 → '停电':1 '电':2",
                "灯 → '灯':1",
                "10kV线路 → '10kv':1 '线路':3 '路':4",
                "Ｔ１变压器 → 't1':1 '变压':3 '压器':4 '器':5",
                "A，B → 'a':1 'b':3",
                "𠮷野家 → '𠮷野':1 '野家':2 '家':3"
            })
    void each_two_neighbouring_signs_are_a_word_and_other_letters_are_as_they_are_written(String text, String words) {
        assertThat(Bigrams.vector(List.of(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "停电 → '停电'",
                "停电通知 → '停电' <-> '电通' <-> '通知'",
                "灯 → '灯':*",
                "KV → 'kv':*",
                "10kV 线路 → '10kv':* & '线路'",
                "停电'); DROP → '停电' & 'drop':*"
            })
    void what_is_asked_for_stands_together_as_it_was_written(String asked, String query) {
        assertThat(Bigrams.query(asked)).contains(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"，。！", "' & | ! <-> :*", "\\", "%_", "😀"})
    void signs_that_are_no_letters_ask_for_nothing(String asked) {
        assertThat(Bigrams.query(asked)).isEmpty();
    }

    @Test
    void texts_do_not_run_into_each_other() {
        assertThat(Bigrams.vector(List.of("停", "电"))).isEqualTo("'停':1 '电':3");
    }

    @Test
    void no_position_is_beyond_what_the_database_knows() {
        assertThat(Bigrams.vector(List.of("电".repeat(20_000)))).endsWith("'电':16383");
    }
}
