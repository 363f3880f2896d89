package org.huisheng.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Says of what services answer that a field may be null unless it is required. Their documents are made of classes and do
 * not tell, so a client made of them would stumble over the first missing number. What is sent to them stays as it is.
 */
final class AnsweredFields {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String NULL = "null";

    private final JsonNode schemas;

    private AnsweredFields(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** Changes the document. */
    static void mayBeNull(JsonNode document) {
        var fields = new AnsweredFields(document.path("components").path("schemas"));
        var answered = new HashSet<String>();
        var sent = new HashSet<String>();
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    fields.collect(operation.path("responses"), answered);
                    fields.collect(operation.path("requestBody"), sent);
                }));
        answered.removeAll(sent);
        answered.forEach(name -> mayBeNullIn(fields.schemas.path(name)));
    }

    private void collect(JsonNode node, Set<String> names) {
        var reference = node.path("$ref").asText();
        if (reference.startsWith(SCHEMAS)) {
            var name = reference.substring(SCHEMAS.length());
            if (names.add(name)) {
                collect(schemas.path(name), names);
            }
        }
        node.forEach(child -> collect(child, names));
    }

    private static void mayBeNullIn(JsonNode schema) {
        var required = new HashSet<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(field -> {
            if (!required.contains(field.getKey()) && field.getValue() instanceof ObjectNode value) {
                mayBeNull(value);
            }
        });
    }

    private static void mayBeNull(ObjectNode field) {
        if (field.has("$ref")) {
            var reference = field.remove("$ref");
            var either = field.putArray("anyOf");
            either.addObject().set("$ref", reference);
            either.addObject().put("type", NULL);
        } else if (field.path("anyOf") instanceof ArrayNode either) {
            either.addObject().put("type", NULL);
        } else if (field.path("type").isTextual()) {
            var type = field.path("type").asText();
            field.putArray("type").add(type).add(NULL);
            if (field.path("enum") instanceof ArrayNode constants) {
                constants.addNull();
            }
        }
    }
}
