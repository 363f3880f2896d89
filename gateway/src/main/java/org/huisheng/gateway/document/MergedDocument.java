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
 * service's name in front; bearer tokens, the same everywhere, become one security scheme, and refusals, which all services
 * and the gateway itself word alike, one answer of every operation.
 */
final class MergedDocument {

    private static final String COMPONENTS = "#/components/";
    private static final String BEARER = "bearer";
    private static final String ANALYST = "analystKey";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_TYPE = "application/problem+json";
    private static final List<String> REFUSED = List.of("4XX", "5XX");

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
        describeProblem();
    }

    private void describeProblem() {
        var problem = components.putObject("schemas").putObject(PROBLEM);
        problem.put("type", "object").put("description", "RFC 9457, in the language asked for: zh-CN or en");
        problem.putArray("required")
                .add("type")
                .add("title")
                .add("status")
                .add("detail")
                .add("instance");
        var fields = problem.putObject("properties");
        fields.putObject("type")
                .put("type", "string")
                .put("description", "urn:huisheng:problem:…, the same in all languages");
        fields.putObject("title").put("type", "string");
        fields.putObject("status").put("type", "integer").put("format", "int32");
        fields.putObject("detail").put("type", "string");
        fields.putObject("instance").put("type", "string").put("description", "The path asked for");
        var violation = fields.putObject("violations")
                .put("type", "array")
                .put("description", "All that is wrong with the body, if that is it")
                .putObject("items");
        violation
                .put("type", "object")
                .putArray("required")
                .add("path")
                .add("code")
                .add("message");
        var parts = violation.putObject("properties");
        parts.putObject("path").put("type", "string").put("description", "JSON pointer; empty: the whole");
        parts.putObject("code").put("type", "string");
        parts.putObject("message").put("type", "string");
        components
                .putObject("responses")
                .putObject(PROBLEM)
                .put(
                        "description",
                        "Refused, or not possible just now: the problem says why, Retry-After how long to wait")
                .set("content", problemContent());
    }

    private static ObjectNode problemContent() {
        var content = JsonNodeFactory.instance.objectNode();
        content.putObject(PROBLEM_TYPE).putObject("schema").put("$ref", COMPONENTS + "schemas/" + PROBLEM);
        return content;
    }

    ObjectNode root() {
        return root;
    }

    void add(String service, JsonNode document) {
        AnsweredFields.mayBeNull(document);
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
        tellOfProblems(operation.withObject("/responses"));
    }

    private static void tellOfProblems(ObjectNode answers) {
        answers.properties().forEach(answer -> {
            if (isRefusal(answer.getKey()) && answer.getValue() instanceof ObjectNode refusal && isBare(refusal)) {
                refusal.set("content", problemContent());
            }
        });
        REFUSED.forEach(statuses -> answers.putObject(statuses).put("$ref", COMPONENTS + "responses/" + PROBLEM));
    }

    /** Nothing is said about its body, or how the library for problems is made. */
    private static boolean isBare(ObjectNode refusal) {
        return !refusal.has("content") || refusal.path("content").has(PROBLEM_TYPE);
    }

    private static boolean isRefusal(String status) {
        return status.startsWith("4") || status.startsWith("5");
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
