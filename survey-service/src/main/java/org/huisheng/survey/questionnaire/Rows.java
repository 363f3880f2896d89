package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.survey.questionnaire.Form.Place;

/** The forms inside a question: its panels, its rows. What is sent is never changed, so their answers are copies. */
final class Rows {

    private static final ChoiceValue NONE = ChoiceValue.text("");

    private Rows() {}

    static List<Form> of(Field field) {
        return switch (field.question().kind()) {
            case Kind.Panels panels -> panels(field, panels);
            case Kind.Grid grid -> rows(field, grid);
            case Kind.TextFields(var layout) -> texts(field, layout);
            default -> List.of();
        };
    }

    private static List<Form> panels(Field field, Kind.Panels kind) {
        var sent = field.json();
        if (!sent.isMissingNode() && !sent.isArray()) {
            return List.of();
        }
        var list = JsonNodeFactory.instance.arrayNode();
        var forms = new ArrayList<Form>();
        for (var index = 0; index < kind.shown(sent.size()); index++) {
            var panel = copy(sent.path(index));
            // Panels that are only there to be filled in are no answer: {panels.length} does not count them.
            if (index < sent.size()) {
                list.add(sent.get(index).isObject() ? panel : sent.get(index));
            }
            var position = index;
            var answers = new Answers(panel, () -> attach(field, list, position, panel));
            forms.add(Form.within(
                    new Place(field, RowKind.PANEL, index, NONE), kind.layout(), answers, field.path() + "/" + index));
        }
        // Panels too many are reported; here they are kept so that the report is of what was sent.
        for (var index = forms.size(); index < sent.size(); index++) {
            list.add(sent.get(index));
        }
        if (!list.isEmpty()) {
            field.form().answers().replace(field.name(), list);
        }
        return forms;
    }

    private static void attach(Field field, ArrayNode list, int position, ObjectNode panel) {
        while (list.size() <= position) {
            list.addObject();
        }
        list.set(position, panel);
        field.form().answers().set(field.name(), list);
    }

    private static List<Form> rows(Field field, Kind.Grid kind) {
        var sent = field.json();
        var grid = copy(sent);
        var forms = new ArrayList<Form>();
        for (var index = 0; index < kind.rows().size(); index++) {
            var row = kind.rows().get(index).value();
            var cells = copy(sent.path(row.text()));
            if (sent.path(row.text()).isObject()) {
                grid.set(row.text(), cells);
            }
            var answers = new Answers(cells, () -> {
                grid.set(row.text(), cells);
                field.form().answers().set(field.name(), grid);
            });
            forms.add(Form.within(
                    new Place(field, RowKind.ROW, index, row),
                    kind.columns(),
                    answers,
                    field.path() + "/" + Json.escape(row.text())));
        }
        if (sent.isObject()) {
            field.form().answers().replace(field.name(), grid);
        }
        return forms;
    }

    private static List<Form> texts(Field field, Layout layout) {
        var texts = copy(field.json());
        if (field.json().isObject()) {
            field.form().answers().replace(field.name(), texts);
        }
        var answers = new Answers(texts, () -> field.form().answers().set(field.name(), texts));
        return List.of(Form.within(new Place(field, RowKind.TEXTS, 0, NONE), layout, answers, field.path()));
    }

    private static ObjectNode copy(JsonNode object) {
        var copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
        return copy;
    }
}
