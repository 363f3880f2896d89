package org.huisheng.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** A definition compiled once per version; checking a response against it costs no more than reading it. */
public final class Questionnaire {

    private final Map<String, Question> questions;

    Questionnaire(List<Question> questions) {
        this.questions = new LinkedHashMap<>();
        questions.forEach(question -> this.questions.put(question.name(), question));
    }

    /** @param kept the answers as they would be stored */
    public record Checked(List<Violation> violations, ObjectNode kept) {
        public boolean valid() {
            return violations.isEmpty();
        }
    }

    /** Paths are JSON pointers that start with {@code prefix}. */
    public Checked check(ObjectNode answers, String prefix) {
        var violations = new ArrayList<Violation>(0);
        var kept = JsonNodeFactory.instance.objectNode();
        for (var answer : answers.properties()) {
            var path = prefix + "/" + escape(answer.getKey());
            var question = questions.get(answer.getKey());
            if (question == null) {
                violations.add(new Violation(path, "unknown-question", answer.getKey()));
            } else if (!isEmpty(answer.getValue())) {
                question.check(answer.getValue(), path, violations::add);
                kept.set(answer.getKey(), answer.getValue());
            }
        }
        for (var question : questions.values()) {
            if (question.required() && !kept.has(question.name())) {
                violations.add(new Violation(prefix + "/" + escape(question.name()), "required"));
            }
        }
        return new Checked(violations, kept);
    }

    @Nullable
    Question question(String name) {
        return questions.get(name);
    }

    /** SurveyJS's notion: nothing said. Zero and false are answers. */
    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isTextual() && value.textValue().isEmpty()
                || value.isContainerNode() && value.isEmpty();
    }

    /** RFC 6901. */
    static String escape(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }
}
