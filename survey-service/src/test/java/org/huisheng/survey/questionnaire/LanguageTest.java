package org.huisheng.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.huisheng.survey.surveycore.SurveyCore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh-cn | {"default": "满意", "en": "Satisfied"}          | 满意
            en    | {"default": "满意", "en": "Satisfied"}          | Satisfied
            en-gb | {"default": "满意", "en": "Satisfied"}          | Satisfied
            de    | {"default": "满意", "en": "Satisfied"}          | 满意
            zh-cn | {"zh-cn": "满意", "en": "Satisfied"}            | 满意
            de    | "满意"                                          | 满意
            """)
    void a_text_is_read_in_the_language_spoken_or_in_the_one_it_was_written_in(
            String spoken, String text, String expected) throws JsonProcessingException {
        assertThat(new Language(spoken, Language.OURS).text(JSON.readTree(text)))
                .isEqualTo(expected);
    }

    @Test
    void what_survey_core_calls_things_itself_is_as_in_its_version() throws IOException {
        var keys = JSON.createObjectNode()
                .put("true", "booleanCheckedLabel")
                .put("false", "booleanUncheckedLabel")
                .put("other", "otherItemText")
                .put("none", "noneItemText")
                .put("refused", "refuseItemText")
                .put("dontknow", "dontKnowItemText");

        var theirs = SurveyCore.ask(List.of(
                JSON.createObjectNode().put("kind", "texts").put("now", 0).set("keys", keys)));

        assertThat(JSON.readTree(Language.class.getResource("/questionnaire/survey-core-texts.json")))
                .isEqualTo(theirs.getFirst());
    }
}
