package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huisheng.survey.expression.value.Dates;
import org.huisheng.survey.expression.value.Numerals;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Bool;
import org.huisheng.survey.expression.value.Value.Fields;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Moment;
import org.huisheng.survey.expression.value.Value.Nothing;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;

/** Answers as expressions see them, and computed values as they are stored. */
final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Json() {}

    static Value value(JsonNode json) {
        return switch (json.getNodeType()) {
            case BOOLEAN -> Bool.of(json.booleanValue());
            case NUMBER -> new Num(json.doubleValue());
            case STRING -> new Text(json.textValue());
            case ARRAY -> {
                var items = new ArrayList<Value>(json.size());
                json.forEach(item -> items.add(value(item)));
                yield new Items(items);
            }
            case OBJECT -> {
                Map<String, Value> fields = LinkedHashMap.newLinkedHashMap(json.size());
                json.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
                yield new Fields(fields);
            }
            case NULL -> Value.NULL;
            default -> Value.UNDEFINED;
        };
    }

    static JsonNode node(Value value) {
        return switch (value) {
            case Nothing _ -> NODES.nullNode();
            case Bool bool -> NODES.booleanNode(bool == Bool.TRUE);
            case Num(var number) -> number(number);
            case Text(var text) -> NODES.textNode(text);
            case Moment moment ->
                Dates.isValid(moment)
                        ? NODES.textNode(ISO.format(Instant.ofEpochMilli((long) moment.epochMillis())))
                        : NODES.nullNode();
            case Items(var items) ->
                NODES.arrayNode().addAll(items.stream().map(Json::node).toList());
            case Fields(var fields) -> {
                var object = NODES.objectNode();
                fields.forEach((name, field) -> object.set(name, node(field)));
                yield object;
            }
        };
    }

    static JsonNode list(Collection<JsonNode> items) {
        return NODES.arrayNode().addAll(items);
    }

    private static JsonNode number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return NODES.nullNode();
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? NODES.numberNode((long) number)
                : NODES.numberNode(new BigDecimal(Numerals.text(number)));
    }

    /** SurveyJS's notion: nothing said. Zero and false are answers. */
    static boolean isEmpty(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> true;
            case STRING -> value.textValue().isBlank();
            case ARRAY -> value.isEmpty();
            case OBJECT -> value.isEmpty() || value.valueStream().allMatch(Json::isEmpty);
            default -> false;
        };
    }

    /** What is not worth keeping; unlike an empty answer a blank text is. */
    static boolean saysNothing(JsonNode value) {
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
