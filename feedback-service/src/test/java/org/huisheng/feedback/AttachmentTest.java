package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Files in the database, as they are unless somebody says otherwise. */
@QuarkusTest
class AttachmentTest extends AttachmentContract {

    @Test
    void the_bytes_are_pieces_and_no_bucket_is_needed() {
        String id = attach(office(), opened(), "a.png", picture(700_000), null).path("id");

        assertThat(count("SELECT count(*) FROM attachment_piece WHERE attachment = '" + id + "'"))
                .isEqualTo(3);
        assertThat(count("SELECT count(*) FROM loose_object")).isZero();
        given().get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'file-store' }.data.store", equalTo("DATABASE"));
    }

    @Override
    protected void alter(String attachment, int place) throws SQLException {
        var piece = place / (256 * 1024);
        var offset = place % (256 * 1024);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE attachment_piece SET bytes = set_byte(bytes, %1$d, 255 - get_byte(bytes, %1$d))"
                                    .formatted(offset)
                            + " WHERE seq = " + piece + " AND attachment = '" + attachment + "'");
        }
    }
}
