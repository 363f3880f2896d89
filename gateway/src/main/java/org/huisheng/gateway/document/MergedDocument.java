package org.huisheng.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds the documents of several services into one. Names that could collide (components, tags, operation ids) get the
 * service's name in front; bearer tokens, the same everywhere, become one security scheme.
 */
final class MergedDocument {

    private static final String COMPONENTS = "#/components/";
    private static final String BEARER = "bearer";
    private static final String ANALYST = "analystKey";

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ArrayNode tags;
    private final ObjectNode paths;
    private final ObjectNode components;

    MergedDocument(String version, String description) {
        root.put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Huisheng 回声")
                .put("version", version)
                .put("description", description);
        root.putArray("servers").addObject().put("url", "/");
        tags = root.putArray("tags");
        paths = root.putObject("paths");
        components = root.putObject("components");
        var schemes = components.putObject("securitySchemes");
        schemes.putObject(BEARER)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "POST /api/auth/v1/tokens");
        schemes.putObject(ANALYST)
                .put("type", "http")
                .put("scheme", "basic")
                .put("description", "BI: analyst + key; only /api/kpi, /odata");
    }

    ObjectNode root() {
        return root;
    }

    void add(String service, JsonNode document) {
        var schemes = schemeNames(service, document);
        document.path("components").properties().forEach(kind -> {
            if (!kind.getKey().equals("securitySchemes")) {
                var merged = components.withObject("/" + kind.getKey());
                kind.getValue()
                        .properties()
                        .forEach(entry ->
                                merged.set(service + '.' + entry.getKey(), renamed(service, entry.getValue())));
            }
        });
        var byDefault = document.get("security");
        document.path("paths").properties().forEach(path -> {
            var merged = renamed(service, path.getValue());
            merged.properties().forEach(entry -> {
                if (entry.getValue() instanceof ObjectNode operation) {
                    adopt(service, operation, byDefault, schemes);
                }
            });
            paths.set(path.getKey(), merged);
        });
        document.path("tags").forEach(tag -> {
            if (renamed(service, tag) instanceof ObjectNode renamed) {
                tags.add(renamed.put("name", tagName(service, tag.path("name").asText())));
            }
        });
    }

    private static void adopt(
            String service, ObjectNode operation, @Nullable JsonNode byDefault, Map<String, String> schemes) {
        var operationTags = JsonNodeFactory.instance.arrayNode();
        operation.path("tags").forEach(tag -> operationTags.add(tagName(service, tag.asText())));
        if (operationTags.isEmpty()) {
            operationTags.add(service);
        }
        operation.set("tags", operationTags);
        if (operation.path("operationId") instanceof TextNode id) {
            operation.put("operationId", service + '_' + id.asText());
        }
        var security = operation.has("security") ? operation.get("security") : byDefault;
        if (security != null) {
            operation.set("security", renamedSecurity(security, schemes));
        }
    }

    private static String tagName(String service, String tag) {
        return tag.equals(service) ? service : service + ": " + tag;
    }

    private Map<String, String> schemeNames(String service, JsonNode document) {
        var names = new HashMap<String, String>();
        document.path("components").path("securitySchemes").properties().forEach(scheme -> {
            var isBearer = scheme.getValue().path("scheme").asText().equalsIgnoreCase("bearer");
            var name = isBearer ? BEARER : service + '.' + scheme.getKey();
            names.put(scheme.getKey(), name);
            if (!isBearer) {
                components.withObject("/securitySchemes").set(name, scheme.getValue());
            }
        });
        return names;
    }

    private static ArrayNode renamedSecurity(JsonNode security, Map<String, String> schemes) {
        var renamed = JsonNodeFactory.instance.arrayNode();
        security.forEach(alternative -> {
            var one = renamed.addObject();
            alternative
                    .properties()
                    .forEach(scheme -> one.set(schemes.getOrDefault(scheme.getKey(), BEARER), scheme.getValue()));
        });
        return renamed;
    }

    /** A copy whose references name the merged components. */
    private static JsonNode renamed(String service, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), renamed(service, field.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(renamed(service, element)));
                yield copy;
            }
            case TextNode text
            when text.asText().startsWith(COMPONENTS) -> TextNode.valueOf(reference(service, text.asText()));
            default -> node;
        };
    }

    private static String reference(String service, String reference) {
        var name = reference.indexOf('/', COMPONENTS.length()) + 1;
        return name == 0 ? reference : reference.substring(0, name) + service + '.' + reference.substring(name);
    }

    static String describe(List<String> missing) {
        var description = "利益相关方反馈闭环平台的全部接口。The whole interface of the platform, as the gateway offers it.";
        return missing.isEmpty()
                ? description
                : description + "\n\n**暂缺 Missing at the moment, since the service does not answer: "
                        + String.join(", ", missing) + "**";
    }
}
