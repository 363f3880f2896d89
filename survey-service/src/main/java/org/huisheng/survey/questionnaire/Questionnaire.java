package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.expression.Reference;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.questionnaire.Element.Question;
import org.jspecify.annotations.Nullable;

/** A definition compiled once per version; checking a response against it costs little more than reading it. */
public final class Questionnaire {

    /** SurveyJS's own limit to how often changed answers may change others. */
    private static final int MOST_ROUNDS = 10;

    /** How many questions may lose hidden choices one after the other. Then all at once: who fills in a page loses none. */
    private static final int MOST_DROPS = 40;

    private final Layout layout;
    private final Computing computing;

    private final String language;

    /** @param language that its texts are written in unless they say so, empty for ours */
    public Questionnaire(List<Element> pages, Computing computing, String language) {
        this.language = language.isEmpty() ? Language.OURS : language;
        this.layout = new Layout(pages);
        this.computing = computing;
    }

    /** @param kept the answers as they would be stored */
    public record Checked(List<Violation> violations, ObjectNode kept) {
        public boolean valid() {
            return violations.isEmpty();
        }
    }

    /**
     * Settles what is shown, removes what was not, computes what is computed, and says what is wrong with the rest.
     * Paths are JSON pointers that start with {@code prefix}.
     */
    public Checked check(ObjectNode answers, String prefix, Instant now) {
        return check(answers, prefix, now, language);
    }

    /** @param spoken the respondent's language, as SurveyJS calls it */
    public Checked check(ObjectNode answers, String prefix, Instant now, String spoken) {
        var time = new Time(now, new Language(spoken, language));
        var form = settled(answers, prefix, time);
        var check = new Check(time);
        check.form(form);
        var kept = new Completion(time).kept(form);
        computing.values().stream()
                .filter(Computing.Calculated::stored)
                .forEach(value -> store(value.name(), form, kept));
        return new Checked(check.report().violations(), kept);
    }

    /** The answers with all conditions evaluated until nothing changes any more. */
    Form settled(ObjectNode answers, String prefix, Time time) {
        var changed = new AtomicBoolean();
        var calculated = new HashMap<String, Value>();
        var form =
                Form.whole(layout, new Answers(sent(answers), () -> changed.setPlain(true)), calculated, prefix, time);
        var drops = 0;
        do {
            settle(form, time, calculated, changed);
        } while (form.dropHiddenChoices(drops > MOST_DROPS) && drops++ < MOST_DROPS + MOST_ROUNDS);
        return form;
    }

    private void settle(Form form, Time time, Map<String, Value> calculated, AtomicBoolean changed) {
        var rounds = 0;
        do {
            changed.setPlain(false);
            computing.evaluate(form, time, calculated);
            form.evaluate(time, true, false);
        } while (changed.getPlain() && rounds++ < MOST_ROUNDS);
    }

    /** A copy without what we compute ourselves. */
    private ObjectNode sent(ObjectNode answers) {
        var sent = JsonNodeFactory.instance.objectNode();
        for (var answer : answers.properties()) {
            if (!computing.stores(answer.getKey())) {
                sent.set(answer.getKey(), answer.getValue());
            }
        }
        return sent;
    }

    private static void store(String name, Form form, ObjectNode kept) {
        var found = form.find(Reference.of(name));
        if (found != null && !Coercion.isEmpty(found.value())) {
            kept.set(name, Json.node(found.value()));
        }
    }

    public @Nullable Question question(String name) {
        return layout.question(name);
    }
}
