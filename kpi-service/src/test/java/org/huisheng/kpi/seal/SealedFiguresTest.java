package org.huisheng.kpi.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.Side;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SealedFiguresTest extends SealableHalf {

    @Test
    void a_sealed_figure_never_changes_whatever_comes_later() {
        answered(3, 10, 4);
        cases(3, 6);
        var open = scores(month(3));
        seal(quarter(1));
        var rates = read("/v1/rates?period=" + month(3) + "&department=" + department);
        var tree = read("/v1/scores/" + department + "/" + month(3));

        answered(3, 10, 1);
        Office.concludeContract(department, year);
        cases(3, 2);

        var sealed = scores(month(3));
        assertThat(sealed.getBoolean("sealed")).isTrue();
        assertThat(sealed.<Object>get("rows")).isEqualTo(open.get("rows"));
        assertThat(read("/v1/scores/" + department + "/" + month(3)).<Object>get(""))
                .isEqualTo(tree.get(""));
        assertThat(tree.getInt("contractVersion")).isEqualTo(1);
        assertThat(tree.getBoolean("sealed")).isTrue();
        assertThat(rates.getBoolean("sealed")).isTrue();
        assertThat(rates.getInt("rows.find{it.side=='ENTERPRISE'}.n")).isEqualTo(6);
        assertThat(read("/v1/rates?period=" + month(3) + "&department=" + department)
                        .<Object>get(""))
                .isEqualTo(rates.get(""));
        Office.as("ANALYST")
                .accept("text/csv")
                .get("/v1/scores?period=" + month(3) + "&department=" + department)
                .then()
                .body(containsString("service,服务满意度,100,75,10,60,90,95,50,RED,SCORED"));
        assertReAdds(lineage(month(3)));
        assertRecounted();
    }

    @Test
    void the_feed_says_which_scores_are_sealed() {
        answered(3, 10, 4);
        seal(month(3));
        answered(3, 10, 1);

        var filter = "period eq '%s' and department eq '%s' and code eq 'service'".formatted(month(3), department);
        var row = Office.as("ANALYST")
                .basePath("")
                .queryParam("$filter", filter)
                .get("/odata/v4/Scores")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(row.getBoolean("value[0].sealed")).isTrue();
        assertThat(row.getInt("value[0].n")).isEqualTo(10);
    }

    @Test
    void what_comes_late_counts_in_the_first_open_month_and_the_year_is_right() {
        answered(3, 10, 4);
        seal(month(3));
        seal(month(4));

        var late = answered(3, 6, 1);
        record(late);

        assertThat(scores(month(3)).getInt("rows.find{it.code=='service'}.n")).isEqualTo(10);
        assertThat(scores(month(5)).getInt("rows.find{it.code=='service'}.n")).isEqualTo(6);
        var all = scores(year());
        assertThat(all.getBoolean("sealed")).isFalse();
        assertThat(all.getInt("rows.find{it.code=='service'}.n")).isEqualTo(16);
        assertReAdds(lineage(month(5)));
        assertReAdds(lineage(year()));
        assertRecounted();
    }

    @Test
    void an_answer_withdrawn_after_the_seal_is_taken_back_in_the_open_month() {
        var answers = answered(3, 10, 5);
        answered(4, 8, 3);
        seal(month(3));

        withdrawn(answers.getFirst());
        withdrawn(answers.getFirst());

        assertThat(scores(month(3)).getInt("rows.find{it.code=='service'}.n")).isEqualTo(10);
        assertThat(scores(month(4)).getInt("rows.find{it.code=='service'}.n")).isEqualTo(7);
        assertThat(scores(year()).getInt("rows.find{it.code=='service'}.n")).isEqualTo(17);
        var sealed = lineage(month(3));
        assertReAdds(sealed);
        assertThat(sealed.<Object>getList("items.source")).hasSize(10).containsOnlyOnce((Object) null);
        var open = lineage(month(4));
        assertReAdds(open);
        assertThat(open.<Integer>getList("items.counts")).containsOnlyOnce(-1);
        assertThat(open.<Object>get("items.find{it.counts==-1}.question")).isNull();
        assertReAdds(lineage(year()));
        assertRecounted();
    }

    @Test
    void pages_of_a_lineage_with_corrections_repeat_and_lose_nothing() {
        var answers = answered(3, 10, 5);
        seal(month(3));
        answered(4, 12, 5);
        answers.subList(0, 4).forEach(this::withdrawn);
        var values = new ArrayList<Object>();
        String cursor = null;

        do {
            var request = Office.as("OFFICE").queryParam("limit", 1);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/scores/{department}/{period}/service/lineage", department, year())
                    .jsonPath();
            values.addAll(page.getList("items.counts"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(values).hasSize(26).filteredOn(counts -> counts.equals(-1)).hasSize(4);
    }

    @Test
    void an_open_month_with_less_than_nothing_has_no_data_and_is_not_given_away_by_its_year() {
        var answers = answered(3, 10, 5);
        seal(month(3));

        answers.subList(0, 3).forEach(this::withdrawn);

        assertThat(scores(month(4)).getString("rows.find{it.code=='service'}.state"))
                .isEqualTo("NO_DATA");
        assertThat(scores(year()).getString("rows.find{it.code=='service'}.state"))
                .isEqualTo("SUPPRESSED");
        answered(4, 10, 5);
        assertThat(scores(year()).getInt("rows.find{it.code=='service'}.n")).isEqualTo(17);
        assertRecounted();
    }

    @Test
    void an_answer_whose_withdrawal_came_first_never_counts_sealed_or_not() {
        var answers = responses(Side.CUSTOMER, 3, 8, 4);
        withdrawn(answers.getFirst());
        seal(month(3));

        record(answers);

        assertThat(scores(month(4)).getInt("rows.find{it.code=='service'}.n")).isEqualTo(7);
        assertThat(read("/v1/adjustments?department=" + department).getList("items"))
                .hasSize(7);
        assertRecounted();
    }

    private void cases(int month, int count) {
        for (var i = 0; i < count; i++) {
            var id = UUID.randomUUID();
            var at = Instant.parse(month(month) + "-12T02:00:00Z");
            record(List.of(
                    EventFixture.received(new CaseAssigned(id, Side.ENTERPRISE, "c", department, null, at, at, null)),
                    EventFixture.received(new CaseResolved(id, Side.ENTERPRISE, "c", department, at, at, null))));
        }
    }
}
