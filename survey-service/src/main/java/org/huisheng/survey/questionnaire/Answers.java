package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Fields;
import org.jspecify.annotations.Nullable;

/** One object of answers while it is checked: a response, a panel of one, a row. */
final class Answers {

    private final ObjectNode json;
    private final Runnable changed;
    private final Map<String, Value> values = new HashMap<>();
    private @Nullable Value whole;

    /** @param json may be changed @param changed called whenever it is */
    Answers(ObjectNode json, Runnable changed) {
        this.json = json;
        this.changed = changed;
    }

    ObjectNode json() {
        return json;
    }

    JsonNode get(String name) {
        return json.path(name);
    }

    Value value(String name) {
        var value = values.get(name);
        if (value == null) {
            value = Json.value(json.path(name));
            values.put(name, value);
        }
        return value;
    }

    /** Everything, also what belongs to no question. */
    Value whole() {
        if (whole == null) {
            Map<String, Value> fields = LinkedHashMap.newLinkedHashMap(json.size());
            json.fieldNames().forEachRemaining(name -> fields.put(name, value(name)));
            whole = new Fields(fields);
        }
        return whole;
    }

    /** With an equal value, which may then be changed in place. */
    void replace(String name, JsonNode equal) {
        json.set(name, equal);
    }

    void set(String name, JsonNode value) {
        json.set(name, value);
        forget(name);
    }

    /** @return whether it is another value than before */
    boolean compute(String name, Value value) {
        var before = value(name);
        if (before.equals(value) || Coercion.isEmpty(before) && Coercion.isEmpty(value)) {
            return false;
        }
        if (Coercion.isEmpty(value)) {
            json.remove(name);
        } else {
            json.set(name, Json.node(value));
        }
        forget(name);
        values.put(name, value);
        return true;
    }

    boolean remove(String name) {
        if (json.remove(name) == null) {
            return false;
        }
        forget(name);
        return true;
    }

    /** What lies below a name has changed in place. */
    void forget(String name) {
        values.remove(name);
        whole = null;
        changed.run();
    }
}
