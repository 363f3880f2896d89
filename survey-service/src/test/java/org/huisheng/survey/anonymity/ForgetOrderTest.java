package org.huisheng.survey.anonymity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.office;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgetOrderTest extends SurveyTest {

    private static final int PEOPLE = 12;

    @Inject
    ForgetOrder forgetOrder;

    @Test
    void once_a_day_is_over_no_table_tells_who_of_the_invited_gave_which_answer() throws SQLException {
        var campaign = draftCampaign(", \"anonymous\": true, \"access\": \"SINGLE_USE\"");
        step(campaign, "opening").then().statusCode(200);
        List<String> tokens = given().header("Authorization", office())
                .contentType(ContentType.JSON)
                .body("{\"count\": " + PEOPLE + "}")
                .post("/api/survey/v1/campaigns/" + campaign + "/links")
                .path("items.token");
        var bodies = new ArrayList<String>();
        for (var number = 0; number < PEOPLE; number++) {
            bodies.add(
                    submission(UUID.randomUUID(), tokens.get(number), "{\"overall\": 4, \"why\": \"" + number + "\"}"));
            post(bodies.getLast()).then().statusCode(201);
        }
        var sameTransaction = "SELECT count(*) FROM response r JOIN link l ON l.xmin::text = r.xmin::text"
                + " WHERE l.used AND r.campaign_id = '" + campaign + "'";
        assertThat(count(sameTransaction)).isEqualTo(PEOPLE);
        var before = order(campaign);
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);

        var campaigns = 0;
        while (forgetOrder.forgetOne(tomorrow)) {
            campaigns++;
        }

        assertThat(campaigns).isPositive();

        var rows = "SELECT count(DISTINCT xmin::text) FROM response WHERE campaign_id = '" + campaign + "'";
        assertThat(count(rows)).isEqualTo(1);
        assertThat(count("SELECT count(DISTINCT xmin::text) FROM link WHERE used AND campaign_id = '" + campaign + "'"))
                .isEqualTo(1);
        assertThat(order(campaign)).containsExactlyInAnyOrderElementsOf(before).isNotEqualTo(before);
        post(bodies.getFirst()).then().statusCode(200);
        given().get("/api/survey/v1/links/" + tokens.getFirst()).then().body("state", equalTo("USED"));
        assertThat(forgetOrder.forgetOne(tomorrow)).isFalse();
    }

    private List<String> order(String campaign) throws SQLException {
        try (var connection = dataSource.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT answers ->> 'why' FROM response WHERE campaign_id = '" + campaign
                                + "' ORDER BY ctid")) {
            var order = new ArrayList<String>();
            while (rows.next()) {
                order.add(rows.getString(1));
            }
            return order;
        }
    }
}
