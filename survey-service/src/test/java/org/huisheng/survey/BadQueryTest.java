package org.huisheng.survey;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.huisheng.survey.SurveyFixture.asOffice;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query that cannot be read, or asks for what cannot be, is refused by name; nothing is answered in its place. */
@QuarkusTest
class BadQueryTest extends SurveyTest {

    private static String campaign;
    private static String anonymous;
    private static String token;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "surveys?limit=abc, bad-query, limit",
        "surveys?limit=9999999999, bad-query, limit",
        "surveys?limit=0, bad-query, limit",
        "campaigns?limit=-1, bad-query, limit",
        "kiosks?limit=0, bad-query, limit",
        "campaigns/CAMPAIGN/responses?limit=0, bad-query, limit",
        "surveys?cursor=zz, bad-query, cursor",
        "campaigns?cursor=zz, bad-query, cursor",
        "kiosks?campaign=zz, bad-query, campaign",
        "survey-files/019a0000-0000-7000-8000-000000000000?version=abc, bad-query, version",
        "campaigns/CAMPAIGN/links/TOKEN/qr.png?size=abc, bad-query, size",
        "campaigns/CAMPAIGN/results?month=2026-99, bad-query, month",
        "campaigns/CAMPAIGN/results?station=nowhere, bad-query, station",
        "campaigns/CAMPAIGN/texts, query-required, question",
        "campaigns/CAMPAIGN/texts?question=nosuch, bad-query, question",
        "campaigns/CAMPAIGN/texts?question=why&cursor=zz, bad-cursor, cursor",
        "campaigns/CAMPAIGN/links?cursor=zz, bad-cursor, cursor",
        "campaigns/CAMPAIGN/responses?cursor=zz, bad-cursor, cursor",
        "campaigns/ANONYMOUS/responses?cursor=zz, bad-cursor, cursor"
    })
    void is_refused_and_named(String path, String problem, String name) {
        asOffice()
                .header("Accept", "application/json, image/png")
                .header("Accept-Language", "en")
                .get("/api/survey/v1/" + filledIn(path))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:huisheng:problem:" + problem), "detail", containsString(name));
    }

    @Test
    void parts_of_a_path_that_cannot_be_are_not_found_and_unknown_parameters_change_nothing() {
        asOffice().get("/api/survey/v1/surveys/zz").then().statusCode(404);
        asOffice().get("/api/survey/v1/surveys?limit=1&colour=red").then().statusCode(200);
        asOffice()
                .get("/api/survey/v1/" + filledIn("campaigns/CAMPAIGN/results?station=VR&month=2026-11"))
                .then()
                .statusCode(200);
    }

    private static String filledIn(String path) {
        if (campaign == null) {
            campaign = draftCampaign(", \"anonymous\": false, \"stations\": [\"VR\"]");
            anonymous = draftCampaign(", \"anonymous\": true");
            token = link(campaign);
        }
        return path.replace("CAMPAIGN", campaign)
                .replace("ANONYMOUS", anonymous)
                .replace("TOKEN", token);
    }
}
