package org.huisheng.kpi.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huisheng.events.Side;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdjustmentTest extends SealableHalf {

    @Test
    void what_came_after_the_seal_is_listed_with_where_it_belongs_and_counts() {
        var answers = answered(3, 10, 5);
        answered(4, 8, 3);
        seal(month(3));

        var late = answered(3, 1, 2);
        withdrawn(answers.getFirst());

        var list = read("/v1/adjustments?period=" + quarter(2) + "&department=" + department);
        assertThat(list.<String>getList("items.kind")).containsExactlyInAnyOrder("LATE", "WITHDRAWN");
        assertThat(list.<String>getList("items.belongsTo")).containsOnly(month(3));
        assertThat(list.<String>getList("items.countsIn")).containsOnly(month(4));
        var added = list.getMap("items.find{it.kind=='LATE'}");
        assertThat(added)
                .containsEntry("eventId", late.getFirst().id().toString())
                .containsEntry("counts", 1);
        var taken = list.getMap("items.find{it.kind=='WITHDRAWN'}");
        assertThat(taken)
                .containsEntry("eventId", null)
                .containsEntry("occurredAt", null)
                .containsEntry("counts", -1);
        assertThat(list.getFloat("items.find{it.kind=='WITHDRAWN'}.value")).isEqualTo(-100f);
        assertThat(read("/v1/adjustments?period=" + month(3) + "&department=" + department)
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void pages_of_adjustments_repeat_and_lose_nothing() {
        seal(month(3));
        answered(3, 9, 4);
        var seen = new ArrayList<String>();
        String cursor = null;

        do {
            var request = Office.as("LIAISON", department).queryParam("limit", 4);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/adjustments")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.eventId"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(seen).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void adjustments_of_small_groups_are_not_listed() {
        seal(month(3));

        answered(3, 4, 4);
        answered(Side.EMPLOYEE, 3, 6, 4);

        assertThat(read("/v1/adjustments?department=" + department).getList("items"))
                .isEmpty();
    }

    @Test
    void a_liaison_sees_their_own_department_only_and_bad_cursors_are_refused() {
        var other = Office.establishDepartment();

        Office.as("LIAISON", other)
                .get("/v1/adjustments?department=" + department)
                .then()
                .statusCode(403);
        for (var cursor : List.of("QUJD", "IA", "MjAyNi0xMy0wMSBBIDEgMQ")) {
            for (var path : List.of("/v1/adjustments", "/v1/seals")) {
                Office.as("OFFICE")
                        .queryParam("cursor", cursor)
                        .get(path)
                        .then()
                        .statusCode(400)
                        .body("type", equalTo("urn:huisheng:problem:bad-cursor"));
            }
        }
    }

    @Test
    void a_recomputation_says_what_the_sealed_figure_would_be() {
        answered(3, 10, 4);
        seal(quarter(1));
        assertThat(service(month(3))).startsWith("NONE");

        answered(3, 4, 1);
        assertThat(service(month(3))).startsWith("SUPPRESSED").contains("after:null");

        answered(3, 1, 1);
        answered(2, 1, 1);
        assertThat(service(month(3))).isEqualTo("SHOWN before:10 75 after:15 50");
        assertThat(service(quarter(1))).startsWith("SUPPRESSED");
        var told = read("/v1/periods/" + month(3) + "/recomputation?department=" + department);
        assertThat(told.<String>getList("totals.nameEn")).contains("Management", "Performance contract " + year());
        assertThat(told.<Map<String, ?>>getList("rows")).allMatch(row -> row.containsKey("nameEn"));
    }

    @Test
    void a_recomputation_hides_a_few_withdrawals_among_many_late_answers() {
        var answers = answered(3, 10, 4);
        seal(month(3));
        answered(3, 8, 2);
        withdrawn(answers.getFirst());
        assertThat(service(month(3))).startsWith("SUPPRESSED");

        answers.subList(1, 5).forEach(this::withdrawn);

        assertThat(service(month(3))).isEqualTo("SHOWN before:10 75 after:13 44.23077");
    }

    @Test
    void dimensions_and_the_contract_are_recomputed_unless_they_would_tell_what_an_indicator_must_not() {
        answered(3, 10, 4);
        seal(month(3));
        assertThat(total(month(3), "MANAGEMENT")).isEqualTo("NONE before:50 after:50");
        assertThat(total(month(3), year())).isEqualTo("NONE before:50 after:50");

        answered(3, 4, 5);
        assertThat(total(month(3), "MANAGEMENT")).isEqualTo("SUPPRESSED before:50 after:null");
        assertThat(total(month(3), year())).isEqualTo("SUPPRESSED before:50 after:null");
        assertThat(total(month(3), "MECHANISM")).isEqualTo("NONE before:null after:null");

        answered(3, 1, 5);
        assertThat(service(month(3))).startsWith("SHOWN before:10 75 after:15 83.333");
        assertThat(total(month(3), "MANAGEMENT")).isEqualTo("SHOWN before:50 after:77.7778");
        assertThat(total(month(3), year())).isEqualTo("SHOWN before:50 after:77.7778");
    }

    private String total(String period, String code) {
        var json = read("/v1/periods/" + period + "/recomputation?department=" + department);
        var row = "totals.find{it.code=='" + code + "'}.";
        return "%s before:%s after:%s"
                .formatted(
                        json.getString(row + "difference"),
                        json.getString(row + "before.score"),
                        json.get(row + "after") == null ? "null" : json.getString(row + "after.score"));
    }

    private String service(String period) {
        var json = read("/v1/periods/" + period + "/recomputation?department=" + department);
        var row = "rows.find{it.indicator=='service'}.";
        var after = json.get(row + "after") == null
                ? "null"
                : json.getString(row + "after.n") + " " + json.getString(row + "after.value");
        return "%s before:%s %s after:%s"
                .formatted(
                        json.getString(row + "difference"),
                        json.getString(row + "before.n"),
                        json.getString(row + "before.value"),
                        after);
    }
}
