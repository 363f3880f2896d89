package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A question as its author wrote it: its texts are read when an expression asks for them, which few do.
 *
 * @param list where its choices are, when not at the question itself
 */
public record Wording(JsonNode question, JsonNode list) {

    public static Wording of(JsonNode question) {
        return new Wording(question, question);
    }

    String title(Language language) {
        var title = language.text(question.path("title"));
        return title.isEmpty() ? question.path("name").asText() : title;
    }

    String text(String property, Language language) {
        return language.text(question.path(property));
    }

    boolean says(String... flags) {
        for (var flag : flags) {
            if (question.has(flag)) {
                return question.path(flag).asBoolean();
            }
        }
        return false;
    }
}
