package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The language a respondent reads in, and the one the texts of a survey are written in unless they say so. As on our
 * pages; survey-core alone would take those for English.
 */
record Language(String spoken, String written) {

    static final String OURS = "zh-cn";

    private static final JsonNode SURVEY_CORES_OWN = own();

    private static JsonNode own() {
        try (var texts = Language.class.getResourceAsStream("/questionnaire/survey-core-texts.json")) {
            return new ObjectMapper().readTree(texts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Empty when there is none. @param text a text, or one for each language */
    String text(JsonNode text) {
        if (!text.isObject()) {
            return text.asText("");
        }
        var first = spoken.equals(written) ? "" : in(text, spoken);
        return first.isEmpty() ? otherwise(text) : first;
    }

    private String otherwise(JsonNode text) {
        var general = in(text, "default");
        if (spoken.equals(written)) {
            return general.isEmpty() ? in(text, written) : general;
        }
        var dialect = spoken.indexOf('-') < 0 ? "" : in(text, root(spoken));
        return dialect.isEmpty() ? general : dialect;
    }

    private static String in(JsonNode text, String language) {
        return text.path(language).asText("");
    }

    private static String root(String language) {
        var end = language.indexOf('-');
        return end < 1 ? language : language.substring(0, end);
    }

    /** What SurveyJS itself calls it. @param name of a special choice, or what a question is answered by */
    String own(String name) {
        for (var language : new String[] {spoken, root(spoken), written, root(written), "en"}) {
            var text = SURVEY_CORES_OWN.path(language).path(name);
            if (text.isTextual()) {
                return text.textValue();
            }
        }
        return "";
    }
}
