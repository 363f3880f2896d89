package org.huisheng.kpi.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

/** Observations of sealed months are handed over and let go; nothing that was told changes. */
@QuarkusTest
class ArchivedMonthTest extends SealableHalf {

    @Inject
    Database database;

    private List<ReceivedEvent> early;
    private List<ReceivedEvent> late;

    /** Ten answers in the first month, twelve in the second; sealed; six more for the first, and one taken back. */
    private void sealedQuarter() {
        early = answered(1, 10, 4);
        answered(2, 12, 5);
        seal(quarter(1));
        late = answered(1, 6, 2);
        answered(4, 9, 3);
        withdrawn(early.getFirst());
    }

    @Test
    void figures_stay_and_what_counts_elsewhere_is_still_listed() throws Exception {
        sealedQuarter();
        var scores = scores(month(1)).getList("rows");
        var later = lineage(quarter(2));
        var file = file(month(1));
        assertThat(file.lines()).hasSize(11);

        archive(month(1), sha256(file)).statusCode(201).body("observations", equalTo(10));

        assertThat(scores(month(1)).getList("rows")).isEqualTo(scores);
        assertGone("/v1/scores/" + department + "/" + month(1) + "/service/lineage");
        assertGone("/v1/scores/" + department + "/" + year() + "/service/lineage");
        assertGone("/v1/periods/" + quarter(1) + "/recomputation");
        assertReAdds(lineage(month(2)));
        assertThat(lineage(quarter(2)).getList("items")).isEqualTo(later.getList("items"));
        assertReAdds(lineage(quarter(2)));
        assertThat(read("/v1/seals/verification?limit=500").getList("broken")).isEmpty();
        assertRecounted();
    }

    @Test
    void what_comes_again_is_still_known_and_what_is_new_counts_in_the_open_month() throws Exception {
        sealedQuarter();
        archive(month(1), sha256(file(month(1)))).statusCode(201);
        var counted = counted(quarter(2));

        record(early);
        record(late);

        assertThat(counted(quarter(2))).isEqualTo(counted);
        assertThat(keptOf(early)).isZero();
        assertThat(keptOf(late)).isEqualTo(6);
        var afresh = answered(1, 3, 3);
        assertThat(counted(quarter(2))).isEqualTo(counted + 3);
        record(afresh);
        assertThat(counted(quarter(2))).isEqualTo(counted + 3);
        assertRecounted();
    }

    @Test
    void late_facts_go_with_the_month_they_count_in() throws Exception {
        sealedQuarter();
        seal(month(4));
        assertThat(file(month(4)).lines())
                .as("six late, nine of its own, one taken back")
                .hasSize(1 + 6 + 9 + 1);

        archive(month(4), sha256(file(month(4)))).statusCode(201);
        archive(month(1), sha256(file(month(1)))).statusCode(201);
        record(late);

        assertThat(keptOf(late)).isZero();
        assertGone("/v1/periods/" + quarter(1) + "/recomputation");
        assertReAdds(lineage(month(2)));
        assertRecounted();
    }

    @Test
    void only_who_has_the_whole_file_of_an_old_sealed_month_may_let_it_go() throws Exception {
        var answers = answered(1, 10, 4);
        var other = "0".repeat(64);
        archive(month(1), other).statusCode(404);
        seal(month(1));
        var before = sha256(file(month(1)));
        answers.subList(0, 5).forEach(this::withdrawn);

        archive(month(1), other).statusCode(409).body("type", containsString("archive-differs"));
        assertThat(sha256(file(month(1))))
                .as("a seal keeps what it counted, but not what was answered")
                .isNotEqualTo(before);
        archive(month(1), before).statusCode(409).body("type", containsString("archive-differs"));
        archive(YearMonth.from(Instant.now().atZone(Period.ZONE)).toString(), before)
                .statusCode(422)
                .body("type", containsString("too-young-to-archive"));
        archive("2026-Q1", before).statusCode(400);
        archive(month(1), "x").statusCode(422).body("violations.path", hasItem("/sha256"));
        for (var role : List.of("OFFICE", "LEADER", "ANALYST")) {
            Office.as(role).get("/v1/archives/" + month(1) + "/file").then().statusCode(403);
        }
        assertThat(due()).contains(month(1));

        archive(month(1), sha256(file(month(1)))).statusCode(201);

        assertThat(due()).doesNotContain(month(1));
        archive(month(1), before).statusCode(409).body("type", containsString("already-archived"));
        Office.as("ADMIN")
                .get("/v1/archives/" + month(1))
                .then()
                .statusCode(200)
                .body("name", equalTo("files/" + month(1)));
        Office.as("ADMIN").get("/v1/archives").then().body("items.month", hasItem(month(1)));
        Office.as("ADMIN").get("/v1/archives").then().body("items.month", not(hasItem(month(2))));
        Office.as("ADMIN").get("/v1/archives/" + month(1) + "/file").then().statusCode(410);
    }

    private static List<String> due() {
        return Office.as("ADMIN")
                .get("/v1/archives/due")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static void assertGone(String path) {
        Office.as("OFFICE")
                .get(path)
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:huisheng:problem:archived"))
                .body("detail", containsString("files/"));
    }

    private static String file(String month) {
        return Office.as("ADMIN")
                .accept(ContentType.ANY)
                .get("/v1/archives/" + month + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String sha256(String file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private static ValidatableResponse archive(String month, String sha256) {
        return Office.as("ADMIN")
                .body("{\"month\": \"%1$s\", \"name\": \"files/%1$s\", \"sha256\": \"%2$s\"}".formatted(month, sha256))
                .post("/v1/archives")
                .then();
    }

    private int counted(String period) {
        JsonPath scores = scores(period);
        return scores.getInt("rows.find{it.code=='service'}.n");
    }

    private long keptOf(List<ReceivedEvent> events) {
        return database.read(
                        "SELECT count(*) FROM observation WHERE event_id = ANY (?)",
                        row -> row.getLong(1),
                        new Database.SqlArray(
                                "uuid", events.stream().map(ReceivedEvent::id).toList()))
                .getFirst();
    }
}
