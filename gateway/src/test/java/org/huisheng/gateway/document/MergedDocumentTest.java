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
