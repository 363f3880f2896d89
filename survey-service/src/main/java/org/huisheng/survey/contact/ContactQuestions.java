package org.huisheng.survey.contact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The questions their author marked with {@code "contact": true}: by what was answered there somebody can be reached. */
record ContactQuestions(List<Question> questions) {

    record Question(String name, JsonNode title) {

        /** As it was asked, in the language if there is one. */
        String title(Locale locale) {
            if (title.isObject()) {
                var wanted = locale.getLanguage().equals("en") ? "en" : "zh-cn";
                return title.path(wanted).asText(title.path("default").asText(name));
            }
            return title.asText(name);
        }
    }

    record Answer(String question, String title, JsonNode answer) {}

    static ContactQuestions of(JsonNode definition) {
        var found = new ArrayList<Question>();
        collect(definition, found);
        return new ContactQuestions(List.copyOf(found));
    }

    private static void collect(JsonNode container, List<Question> found) {
        for (var list : List.of("pages", "elements", "questions")) {
            for (var element : container.path(list)) {
                if (element.path("contact").asBoolean()) {
                    found.add(new Question(element.path("name").asText(), element.path("title")));
                }
                collect(element, found);
            }
        }
    }

    List<Answer> in(JsonNode answers, Locale locale) {
        return questions.stream()
                .filter(question -> answers.has(question.name()))
                .map(question -> new Answer(question.name(), question.title(locale), answers.path(question.name())))
                .toList();
    }
}
