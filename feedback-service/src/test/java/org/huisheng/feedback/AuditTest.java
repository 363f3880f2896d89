package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Map;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AuditTest extends HttpTest {

    private static final String VERIFICATION = "/api/feedback/v1/audit/verification";

    @Test
    void an_unaltered_history_has_no_findings_however_long_it_is() {
        var id = resolved("DIST");
        step(office(), id, "confirmation", Map.of("rating", 4)).then().statusCode(200);
        for (var i = 0; i < 120; i++) {
            step(office(), id, "notes", Map.of("note", "第" + i + "次")).then().statusCode(200);
        }

        verify(id).body("cases", equalTo(1)).body("entries", equalTo(125)).body("findings", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE timeline_entry SET note = 'x' WHERE seq = 2 | 2 | ALTERED",
                "UPDATE timeline_entry SET actor = 'somebody' WHERE seq = 5 | 5 | ALTERED",
                "UPDATE timeline_entry SET at = at - interval '1 hour' WHERE seq = 4 | 4 | ALTERED",
                "UPDATE timeline_entry SET rating = 5 WHERE seq = 5 | 5 | ALTERED",
                "DELETE FROM timeline_entry WHERE seq = 3 | 3 | MISSING",
                "DELETE FROM timeline_entry WHERE seq = 5 | 4 | CUT",
                "UPDATE feedback_case SET rating = 5 WHERE true | 5 | STATE",
                "UPDATE feedback_case SET action_taken = 'x' WHERE true | 5 | STATE",
                "UPDATE feedback_case SET department = 'MKT' WHERE true | 5 | STATE",
                "UPDATE feedback_case SET timeline_length = 4 WHERE true | 5 | CUT"
            })
    void whatever_is_altered_shows_where(String change, int seq, String flaw) throws SQLException {
        var id = resolved("DIST");
        step(office(), id, "confirmation", Map.of("rating", 3)).then().statusCode(200);

        alter(change + " AND " + (change.contains("feedback_case") ? "id" : "case_id") + " = '" + id + "'");

        verify(id).body("findings.seq", contains(seq)).body("findings.flaw", contains(flaw));
    }

    @Test
    void all_cases_are_gone_through_in_pieces() {
        opened();
        opened();
        opened();
        var cases = 0;
        String cursor = "";
        do {
            var piece = as(admin()).get(VERIFICATION + "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            piece.then().statusCode(200);
            cases += piece.<Integer>path("cases");
            cursor = piece.path("next");
        } while (cursor != null);

        assertThat((long) cases).isEqualTo(count("SELECT count(*) FROM feedback_case"));
    }

    @Test
    void only_administrators_ask() {
        var id = opened();

        as(office()).get(VERIFICATION).then().statusCode(403);
        as(liaison("DIST")).get(VERIFICATION).then().statusCode(403);
        as(admin()).get(VERIFICATION + "?case=" + id).then().statusCode(200).body("next", nullValue());
        as(admin())
                .get(VERIFICATION + "?case=" + java.util.UUID.randomUUID())
                .then()
                .statusCode(404);
        as(admin()).get(VERIFICATION + "?limit=2001").then().statusCode(400);
    }

    private static String admin() {
        return TestTokens.bearer("admin", null, "ADMIN");
    }

    private static ValidatableResponse verify(String id) {
        return as(admin()).get(VERIFICATION + "?case=" + id).then().statusCode(200);
    }

    /** As somebody who owns the database would. */
    private void alter(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE timeline_entry DISABLE TRIGGER timeline_entry_is_final");
            try {
                statement.executeUpdate(sql);
            } finally {
                statement.execute("ALTER TABLE timeline_entry ENABLE TRIGGER timeline_entry_is_final");
            }
        }
    }
}
