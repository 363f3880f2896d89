package org.huisheng.survey.questionnaire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huisheng.survey.expression.Inquiry;
import org.huisheng.survey.expression.Paths;
import org.huisheng.survey.expression.Reference;
import org.huisheng.survey.expression.Scope;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Bool;
import org.huisheng.survey.expression.value.Value.Fields;
import org.huisheng.survey.questionnaire.Element.Question;
import org.huisheng.survey.questionnaire.Element.Section;
import org.jspecify.annotations.Nullable;

/** Questions and the answers to them while a response is checked: of the whole, of one panel, of one row. */
final class Form implements Scope {

    /** Where a form inside a question stands. @param row what the row is called, if it has a name */
    record Place(Field owner, RowKind kind, int index, ChoiceValue row) {}

    private final Layout layout;
    private final Answers answers;
    private final Map<String, Value> calculated;
    private final @Nullable Place place;
    private final String path;
    private final Time time;
    private final Field[] fields;
    private boolean ownShown = true;
    private boolean shown = true;

    private Form(
            Layout layout,
            Answers answers,
            Map<String, Value> calculated,
            @Nullable Place place,
            String path,
            Time time) {
        this.layout = layout;
        this.answers = answers;
        this.calculated = calculated;
        this.place = place;
        this.path = path;
        this.time = time;
        this.fields = new Field[layout.questions().size()];
        for (var position = 0; position < fields.length; position++) {
            fields[position] = new Field(layout.questions().get(position), this);
        }
        for (var field : fields) {
            field.rows(Rows.of(field));
        }
    }

    static Form whole(Layout layout, Answers answers, Map<String, Value> calculated, String path, Time time) {
        return new Form(layout, answers, calculated, null, path, time);
    }

    static Form within(Place place, Layout layout, Answers answers, String path) {
        return new Form(layout, answers, Map.of(), place, path, place.owner().form().time);
    }

    Answers answers() {
        return answers;
    }

    Layout layout() {
        return layout;
    }

    String path() {
        return path;
    }

    List<Field> fields() {
        return List.of(fields);
    }

    Field field(Question question) {
        return fields[layout.position(question.name().toLowerCase(Locale.ROOT))];
    }

    @Nullable
    Place place() {
        return place;
    }

    /** Its position among its like. */
    int index() {
        return place == null ? 0 : place.index();
    }

    boolean isShown() {
        return shown;
    }

    /** Whether it is shown, as far as itself is concerned. */
    boolean isOwnShown() {
        return ownShown;
    }

    /** Null when there is none. */
    @Nullable
    Field named(String name) {
        var question = layout.question(name);
        return question == null ? null : field(question);
    }

    /** Whether what it holds will not be kept: a row that is hidden for itself. */
    boolean isRemoved() {
        return !ownShown && place != null && place.owner().question().clearing() != Clearing.NONE;
    }

    boolean isRow() {
        return place != null && place.kind() == RowKind.ROW;
    }

    /** Answers in panels are removed with the question around them even where that itself is kept. */
    boolean isInHiddenPanels() {
        return place != null && place.kind() == RowKind.PANEL && !place.owner().isOwnVisible();
    }

    void evaluate(Time time, boolean within, boolean readOnly) {
        ownShown = place == null || place.kind().isShown(place, time);
        shown = within && ownShown;
        evaluate(layout.elements(), 0, time, true, readOnly);
    }

    /**
     * Of the first question that has such, because what is hidden elsewhere may depend on it.
     *
     * @param everywhere of all questions instead
     * @return whether there was one
     */
    boolean dropHiddenChoices(boolean everywhere) {
        var dropped = false;
        for (var field : fields) {
            dropped |= field.dropHiddenChoices(everywhere);
            if (dropped && !everywhere) {
                break;
            }
        }
        return dropped;
    }

    /** @return the position after the last question of the elements */
    private int evaluate(List<Element> elements, int from, Time time, boolean within, boolean readOnly) {
        var position = from;
        for (var element : elements) {
            switch (element) {
                case Question _ -> fields[position++].evaluate(time, within, readOnly);
                case Section(var _, var conditions, var inner) ->
                    position = evaluate(
                            inner,
                            position,
                            time,
                            within && conditions.isVisible(this, time),
                            readOnly || conditions.isReadOnly(this, time));
            }
        }
        return position;
    }

    @Override
    public @Nullable Found find(Reference reference) {
        if (place != null) {
            return findInside(place, reference);
        }
        var value = calculated.isEmpty() ? null : Paths.find(new Fields(calculated), reference, 0);
        return value == null ? find(reference, 0) : new Found(value);
    }

    @Override
    public Scope outermost() {
        return place == null ? this : place.owner().outermost();
    }

    @Override
    public Value tell(Inquiry inquiry, Value value) {
        var field = place != null && place.kind() == RowKind.TEXTS ? null : named(inquiry.element());
        return switch (inquiry.subject()) {
            case DISPLAYED, PROPERTY -> {
                if (field == null) {
                    yield place == null ? Value.UNDEFINED : place.owner().form().tell(inquiry, value);
                }
                yield inquiry.subject() == Inquiry.Subject.PROPERTY
                        ? field.property(inquiry.property(), time.language())
                        : new Display(time.language()).of(field, value);
            }
            case READY ->
                place == null
                        ? Bool.of(new Readiness(this, time).of(inquiry, value))
                        : place.owner().form().tell(inquiry, value);
        };
    }

    private @Nullable Found findInside(Place inside, Reference reference) {
        var special = inside.kind().find(inside, this, reference);
        if (special != null) {
            return special;
        }
        var container = inside.owner().value();
        var beside = Coercion.isEmpty(container) ? null : Paths.find(container, reference, 0);
        return beside == null ? inside.owner().form().find(reference) : new Found(beside);
    }

    /** A question's answer, or anything else among the answers. @param start the segment the name begins with */
    @Nullable
    Found find(Reference reference, int start) {
        var among = findAmong(null, reference, start);
        if (among != null) {
            return among;
        }
        var value = Paths.find(answers.whole(), reference, start);
        return value == null ? null : new Found(value);
    }

    /** @param only the names to look among, in lower case, null for all */
    @Nullable
    Found findAmong(@Nullable Set<String> only, Reference reference, int start) {
        for (var end = reference.furthestEnd(start); end > start; end--) {
            var name = reference.name(start, end);
            var position = only == null || only.contains(name) ? layout.position(name) : -1;
            if (position >= 0) {
                var isWithoutItsParts = only != null && end == reference.size() && fields[position].hasNamedParts();
                return isWithoutItsParts ? null : fields[position].found(reference, end);
            }
        }
        return null;
    }
}
