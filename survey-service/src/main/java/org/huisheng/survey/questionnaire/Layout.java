package org.huisheng.survey.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huisheng.survey.questionnaire.Element.Question;
import org.huisheng.survey.questionnaire.Element.Section;
import org.jspecify.annotations.Nullable;

/** Elements in their order, with their questions found by name. */
public final class Layout {

    private final List<Element> elements;
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Question> byKey = new HashMap<>();

    public Layout(List<? extends Element> elements) {
        this.elements = List.copyOf(elements);
        collect(this.elements);
    }

    private void collect(List<Element> from) {
        for (var element : from) {
            switch (element) {
                case Section section -> collect(section.elements());
                case Question question -> {
                    positions.putIfAbsent(question.name().toLowerCase(Locale.ROOT), questions.size());
                    byKey.put(question.name(), question);
                    if (question.takesComment()) {
                        byKey.put(question.commentKey(), question);
                    }
                    questions.add(question);
                }
            }
        }
    }

    List<Element> elements() {
        return elements;
    }

    public List<Question> questions() {
        return questions;
    }

    public @Nullable Question question(String name) {
        var question = byKey.get(name);
        return question != null && question.name().equals(name) ? question : null;
    }

    /** The position of a question by its name in lower case, -1 if there is none. */
    int position(String lowerCase) {
        return positions.getOrDefault(lowerCase, -1);
    }

    /** Whether an answer or a comment may go by this name. */
    boolean knows(String key) {
        return byKey.containsKey(key);
    }
}
