package org.huisheng.feedback.suggestion;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huisheng.feedback.HttpTest;

/** What tests of the suggestion box share. A day is over when they say so. */
abstract class BoxTest extends HttpTest {

    static final String BOX = "/api/feedback/v1/suggestions";

    @Inject
    EmptyBox emptyBox;

    static Map<String, Object> wish(String text) {
        var wish = new HashMap<String, Object>();
        wish.put("id", UUID.randomUUID().toString());
        wish.put("text", text);
        wish.put("locale", "zh-CN");
        return wish;
    }

    static Response put(Map<String, Object> wish) {
        return given().contentType(ContentType.JSON).body(wish).post(BOX);
    }

    static String putIn(String text) {
        return put(wish(text)).then().statusCode(201).extract().path("code");
    }

    static RequestSpecification with(String code) {
        return given().contentType(ContentType.JSON).header("Receipt-Code", code);
    }

    static Response dialogue(String code) {
        return with(code).get(BOX + "/dialogue");
    }

    static Response message(String code, String text) {
        return with(code)
                .body(Map.of("id", UUID.randomUUID().toString(), "text", text))
                .post(BOX + "/dialogue/messages");
    }

    static Response confirm(String code, int attempt, int rating) {
        return with(code)
                .body(Map.of("attempt", attempt, "outcome", "CONFIRMED", "rating", rating))
                .post(BOX + "/dialogue/verdict");
    }

    static Response dispute(String code, int attempt, String reason) {
        return with(code)
                .body(Map.of("attempt", attempt, "outcome", "DISPUTED", "reason", reason))
                .post(BOX + "/dialogue/verdict");
    }

    /** Everything gathered so far is of yesterday. */
    void the_day_ends() {
        execute("UPDATE suggestion SET since = since - interval '1 day' WHERE case_id IS NULL");
        execute("UPDATE suggestion_word SET since = since - interval '1 day' WHERE fate = 'GATHERED'");
        emptyBox.empty(Instant.now());
    }

    String caseOf(String code) {
        return text("SELECT case_id::text FROM suggestion WHERE code_hash = '"
                + ReceiptCode.read(code).hash() + "'");
    }

    void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String text(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The case of a suggestion, resolved by the department. */
    String resolvedOf(String code, String department) {
        var id = caseOf(code);
        step(office(), id, "assignment", Map.of("department", department))
                .then()
                .statusCode(200);
        step(liaison(department), id, "start", Map.of()).then().statusCode(200);
        resolve(department, id).then().statusCode(200);
        return id;
    }
}
