package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Visitor.json;
import static org.huisheng.e2e.Visitor.problem;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OWASP API3:2023. Nobody writes a field that is not theirs to write, or reads one that is not theirs to read. */
class API3BrokenObjectPropertyLevelAuthorizationIT {

    @Test
    void fields_that_are_not_asked_for_are_refused_rather_than_passed_over() throws Exception {
        var stack = DemoStack.running();
        var office = Visitor.as(stack, "office");
        var admin = Visitor.as(stack, "admin");
        var opening =
                "{\"side\": \"CUSTOMER\", \"category\": \"power-quality\", \"title\": \"x\", \"description\": \"y\"%s}";
        assertThat(office.post("/api/feedback/v1/cases", opening.formatted("")).statusCode())
                .isEqualTo(201);

        for (var field : List.of("status", "department", "openedBy", "openedAt", "caseClock")) {
            var answer = office.post("/api/feedback/v1/cases", opening.formatted(", \"" + field + "\": \"CLOSED\""));
            assertThat(answer.statusCode()).as(field).isEqualTo(400);
            assertThat(problem(answer)).as(field).isEqualTo("malformed");
        }
        for (var field : List.of("generation", "passwordHash", "mustChangePassword", "username")) {
            var answer = admin.send("PATCH", "/api/auth/v1/users/leader", "{\"" + field + "\": 0}");
            assertThat(answer.statusCode()).as(field).isEqualTo(400);
            assertThat(problem(answer)).as(field).isEqualTo("malformed");
        }
    }

    @Test
    void those_who_look_on_see_no_personal_data() throws Exception {
        var stack = DemoStack.running();
        var office = Visitor.as(stack, "office");
        var opened = json(office.post("/api/feedback/v1/cases", """
                {"side": "CUSTOMER", "category": "power-quality", "title": "电压低", "description": "晚间电压低",
                 "stakeholder": {"name": "某先生", "phone": "000-7654321"}}
                """));

        var path = "/api/feedback/v1/cases/" + opened.path("id").asText();

        var seen = Visitor.as(stack, "leader").get(path);

        assertThat(office.get(path).body()).contains("某先生", "000-7654321", "晚间电压低");
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).doesNotContain("某先生", "000-7654321", "晚间电压低");
    }

    @Test
    void no_answer_holds_a_hash_or_a_secret_that_was_shown_before() throws Exception {
        var stack = DemoStack.running();
        var admin = Visitor.as(stack, "admin");
        var key = stack.json().at("/demo/biKey").asText();
        assertThat(key).hasSizeGreaterThanOrEqualTo(20);

        for (var list : Map.of(
                        "/api/auth/v1/users", "items",
                        "/api/auth/v1/analyst-keys", "items",
                        "/.well-known/jwks.json", "keys")
                .entrySet()) {
            var answer = admin.get(list.getKey());
            assertThat(answer.statusCode()).as(list.getKey()).isEqualTo(200);
            assertThat(json(answer).path(list.getValue())).as(list.getKey()).isNotEmpty();
            assertThat(answer.body())
                    .as(list.getKey())
                    .doesNotContain(key, "$2a$", "$2b$", "assword\":\"", "\"d\":", "\"p\":", "igest\":");
        }
    }
}
