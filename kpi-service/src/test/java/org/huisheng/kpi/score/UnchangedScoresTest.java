package org.huisheng.kpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnchangedScoresTest extends AnsweredDepartment {

    @Test
    void what_has_not_changed_is_not_sent_again() {
        for (var path : List.of(
                "/v1/scores?period=2026-11&department=" + department,
                "/v1/scores/" + department + "/2026-11",
                "/v1/scores/" + department + "/2026-11/service/lineage",
                "/v1/rates?period=2026-11&department=" + department,
                "/v1/departments/" + department,
                "/v1/contracts?department=" + department)) {
            var tag = Office.as("OFFICE")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("ETag");

            assertThat(tag).as(path).startsWith("\"");
            Office.as("OFFICE")
                    .header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag);
            Office.as("OFFICE")
                    .header("If-Match", "\"another\"")
                    .get(path)
                    .then()
                    .statusCode(412)
                    .body("type", equalTo("urn:huisheng:problem:outdated"));
        }
        var tag =
                Office.as("OFFICE").get("/v1/scores/" + department + "/2026-11").header("ETag");

        answered(1, 5);

        Office.as("OFFICE")
                .header("If-None-Match", tag)
                .get("/v1/scores/" + department + "/2026-11")
                .then()
                .statusCode(200)
                .header("ETag", not(tag));
    }

    @Test
    void answers_are_compressed() {
        Office.as("OFFICE")
                .header("Accept-Encoding", "gzip")
                .queryParam("period", "2026")
                .get("/v1/scores")
                .then()
                .header("Content-Encoding", "gzip");
    }
}
