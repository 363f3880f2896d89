package org.huisheng.survey.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import org.huisheng.survey.expression.value.Numerals;
import org.huisheng.survey.expression.value.Value;

/** Values from JSON, and written the way the harness writes survey-core's. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Values() {}

    static Value of(JsonNode json) {
        return switch (json.getNodeType()) {
            case NULL -> Value.NULL;
            case BOOLEAN -> Value.Bool.of(json.booleanValue());
            case NUMBER -> new Value.Num(json.doubleValue());
            case STRING -> new Value.Text(json.textValue());
            case ARRAY -> new Value.Items(json.valueStream().map(Values::of).toList());
            case OBJECT -> {
                var fields = new LinkedHashMap<String, Value>();
                json.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
                yield new Value.Fields(fields);
            }
            default -> Value.UNDEFINED;
        };
    }

    static JsonNode encoded(Value value) {
        return switch (value) {
            case Value.Nothing nothing -> nothing == Value.NULL ? JSON.nullNode() : special("undefined");
            case Value.Bool bool -> JSON.booleanNode(bool == Value.Bool.TRUE);
            case Value.Num(var number) ->
                Double.isFinite(number)
                        ? JSON.numberNode(number)
                        : special("number").put("text", Numerals.text(number));
            case Value.Text(var text) -> JSON.textNode(text);
            case Value.Moment(var millis, var _) ->
                special("date").set("at", Double.isNaN(millis) ? JSON.nullNode() : JSON.numberNode(millis));
            case Value.Items(var items) ->
                JSON.arrayNode().addAll(items.stream().map(Values::encoded).toList());
            case Value.Fields(var fields) -> {
                var object = JSON.objectNode();
                fields.forEach((name, field) -> object.set(name, encoded(field)));
                yield object;
            }
        };
    }

    private static ObjectNode special(String kind) {
        return JSON.objectNode().put("$", kind);
    }
}
