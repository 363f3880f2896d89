package org.huisheng.survey.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a table of answers calls its columns. */
class ColumnNamesTest {

    private static final List<String> KNOWN = List.of("responseId", "station");
    private static final String DEFINITION = """
            {"pages": [{"elements": [
              {"type": "rating", "name": "overall", "title": {"default": "总体满意吗？", "en": "How satisfied?"}},
              {"type": "panel", "name": "more", "elements": [
                {"type": "comment", "name": "why", "title": "为什么？", "showCommentArea": true}]},
              {"type": "matrix", "name": "staff", "rows": [{"value": "MKT", "text": {"zh-cn": "营销部"}}, "DIST"]}]}]}
            """;

    @Test
    void people_read_the_questions_in_their_language() throws JsonProcessingException {
        assertThat(headers("zh-CN,zh;q=0.9"))
                .containsExactly("答卷编号", "网点", "总体满意吗？", "为什么？", "为什么？（补充说明）", "staff / 营销部", "staff / DIST");
        assertThat(headers("en"))
                .containsExactly(
                        "Response",
                        "Station",
                        "How satisfied?",
                        "为什么？",
                        "为什么？ (comment)",
                        "staff / 营销部",
                        "staff / DIST");
    }

    @Test
    void programs_get_the_names_of_the_definition() throws JsonProcessingException {
        assertThat(headers(null))
                .containsExactly(
                        "responseId", "station", "overall", "why", "why-Comment", "staff / MKT", "staff / DIST");
    }

    @Test
    void both_languages_have_the_same_words() {
        assertThat(ColumnNames.texts(Locale.SIMPLIFIED_CHINESE).keySet())
                .isEqualTo(ColumnNames.texts(Locale.ENGLISH).keySet());
    }

    private static List<String> headers(@Nullable String language) throws JsonProcessingException {
        JsonNode definition = new ObjectMapper().readTree(DEFINITION);
        return ColumnNames.of(definition, language).headers(KNOWN, Column.of(definition));
    }
}
