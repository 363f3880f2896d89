package org.huisheng.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {

    private final MergedDocument merged = new MergedDocument("1", "x");

    @Test
    void equal_names_of_two_services_stay_apart() throws Exception {
        merged.add("a", document("/a/x", "integer"));
        merged.add("b", document("/b/x", "string"));

        var root = merged.root();

        assertThat(root.at("/components/schemas/a.Thing/properties/size/type").asText())
                .isEqualTo("integer");
        assertThat(root.at("/components/schemas/b.Thing/properties/size/type").asText())
                .isEqualTo("string");
        assertThat(root.at("/components/schemas/a.Thing/properties/next/$ref").asText())
                .isEqualTo("#/components/schemas/a.Thing");
        assertThat(root.at("/paths/~1b~1x/get/operationId").asText()).isEqualTo("b_get");
        assertThat(root.at("/paths/~1b~1x/get/tags/0").asText()).isEqualTo("b");
        assertThat(root.at("/paths/~1b~1x/get/security/0").has("bearer")).isTrue();
    }

    @Test
    void every_operation_says_what_a_refusal_looks_like() throws Exception {
        merged.add("a", new ObjectMapper().readTree("""
                {"paths": {"/a/x": {"get": {"responses": {
                   "200": {"description": "OK"},
                   "404": {"description": "No such thing"},
                   "409": {"content": {"text/plain": {}}}}}}}}
                """));

        var answers = merged.root().at("/paths/~1a~1x/get/responses");

        assertThat(answers.path("200").has("content")).isFalse();
        var content = answers.path("404").path("content").path("application/problem+json");
        assertThat(content.at("/schema/$ref").asText()).isEqualTo("#/components/schemas/Problem");
        assertThat(answers.at("/409/content").has("text/plain")).isTrue();
        assertThat(answers.at("/4XX/$ref").asText()).isEqualTo("#/components/responses/Problem");
        assertThat(answers.at("/5XX/$ref").asText()).isEqualTo("#/components/responses/Problem");
        assertThat(merged.root()
                        .at("/components/schemas/Problem/properties/violations/items/properties")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void what_is_answered_may_be_null_and_what_is_sent_may_not() throws Exception {
        merged.add("a", new ObjectMapper().readTree("""
                {"paths": {"/a/x": {"post": {
                   "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Sent"}}}},
                   "responses": {"201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}}}}}}},
                 "components": {"schemas": {
                   "Sent": {"properties": {"size": {"type": "integer"}}},
                   "Part": {"properties": {"kind": {"type": "string", "enum": ["A"]}}},
                   "Answer": {"required": ["id"], "properties": {
                      "id": {"type": "string"}, "size": {"type": "integer"}, "any": {},
                      "part": {"$ref": "#/components/schemas/Part"}}}}}}
                """));

        var schemas = merged.root().at("/components/schemas");

        assertThat(schemas.at("/a.Answer/properties").toString())
                .isEqualTo("{\"id\":{\"type\":\"string\"},\"size\":{\"type\":[\"integer\",\"null\"]},\"any\":{},"
                        + "\"part\":{\"anyOf\":[{\"$ref\":\"#/components/schemas/a.Part\"},{\"type\":\"null\"}]}}");
        assertThat(schemas.at("/a.Part/properties/kind").toString())
                .isEqualTo("{\"type\":[\"string\",\"null\"],\"enum\":[\"A\",null]}");
        assertThat(schemas.at("/a.Sent/properties/size/type").asText()).isEqualTo("integer");
    }

    @Test
    void who_is_missing_is_named() {
        assertThat(MergedDocument.describe(List.of())).doesNotContain("Missing");
        assertThat(MergedDocument.describe(List.of("kpi"))).contains("Missing").contains("kpi");
    }

    private static JsonNode document(String path, String type) throws Exception {
        return new ObjectMapper().readTree("""
                {"openapi": "3.1.0",
                 "security": [{"jwt": []}],
                 "paths": {"%s": {"parameters": [], "get": {"operationId": "get", "responses": {}}}},
                 "components": {
                   "schemas": {"Thing": {"properties": {"size": {"type": "%s"}, "next": {"$ref": "#/components/schemas/Thing"}}}},
                   "securitySchemes": {"jwt": {"type": "http", "scheme": "Bearer"}}}}
                """.formatted(path, type));
    }
}
