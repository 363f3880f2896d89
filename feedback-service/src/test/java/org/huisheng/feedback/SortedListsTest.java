package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists come in the order that is asked for, page by page, without a gap or a repetition. */
@QuarkusTest
class SortedListsTest extends CommentHttpTest {

    private static final String VISITS = "/api/feedback/v1/visits";
    private static final String ENTERPRISES = "/api/feedback/v1/enterprises";

    @ParameterizedTest
    @CsvSource({
        "deadline, false, '0,1,1,2,3'",
        "-deadline, false, '3,2,1,1,0'",
        "deadline, true, '0,1,1,2,3'",
        "-deadline, true, '3,2,1,1,0'",
        "receivedAt, true, '2,3,1,0,1'",
        "-receivedAt, false, '1,0,1,3,2'"
    })
    void comments_come_by_deadline_or_receipt_and_those_without_a_deadline_last(
            String sort, boolean ofDepartment, String expected) {
        var level = "L" + UUID.randomUUID().toString().replace("-", "");
        // In the order of their receipt; the last of the deadlines is none.
        for (var deadline : new int[] {2, 3, 1, 0, 1}) {
            comment(level, deadline);
        }

        var query = "?limit=2&sort=" + sort + (ofDepartment ? "&department=DIST" : "");
        var found = all(COMMENTS + query).stream()
                .filter(line -> level.equals(line.get("level")))
                .map(line -> line.get("title"))
                .toList();

        assertThat(String.join(",", found)).isEqualTo(expected);
    }

    @Test
    void visits_come_by_their_day_and_enterprises_by_name_either_way() {
        var name = "排序" + UUID.randomUUID();
        as(office()).body(Map.of("name", "园区")).put("/api/feedback/v1/parks/SORT");
        var enterprises = new ArrayList<String>();
        for (var each : List.of("甲", "乙", "丙")) {
            enterprises.add(as(office())
                    .body(Map.of("park", "SORT", "name", name + each))
                    .post(ENTERPRISES)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        var surveyor = UUID.randomUUID().toString();
        for (var i = 0; i < 3; i++) {
            as(office())
                    .body(Map.of(
                            "enterprise",
                            enterprises.get(i),
                            "plannedFor",
                            "2098-03-0" + (i + 1),
                            "surveyor",
                            surveyor))
                    .post(VISITS)
                    .then()
                    .statusCode(201);
        }

        var visits = VISITS + "?limit=2&surveyor=" + surveyor;
        assertThat(values(visits + "&sort=plannedFor", "plannedFor"))
                .containsExactly("2098-03-01", "2098-03-02", "2098-03-03");
        assertThat(values(visits, "plannedFor")).containsExactly("2098-03-03", "2098-03-02", "2098-03-01");
        var byName = values(ENTERPRISES + "?limit=2&search=" + name, "name");
        var backwards = values(ENTERPRISES + "?limit=2&sort=-name&search=" + name, "name");
        assertThat(byName).hasSize(3);
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(byName);
    }

    @Test
    void an_order_nobody_knows_is_refused_with_those_there_are_and_a_cursor_is_of_one_order() {
        as(office())
                .get(COMMENTS + "?sort=title")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:huisheng:problem:bad-query"))
                .body("violations.path", contains("?sort"))
                .body("violations.message", contains("只能是：-receivedAt、receivedAt、deadline、-deadline。"));
        registered();
        registered();
        String next = as(office()).get(COMMENTS + "?limit=1&sort=deadline").path("next");
        as(office())
                .get(COMMENTS + "?limit=1&sort=receivedAt&cursor=" + next)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:huisheng:problem:bad-cursor"));
    }

    private static void comment(String level, int deadline) {
        var said = new HashMap<>(criticism());
        said.put("kind", "COMMENT");
        said.put("opensCase", false);
        said.put("level", level);
        said.put("title", String.valueOf(deadline));
        said.put("receivedAt", Instant.now().minusSeconds(5).toString());
        if (deadline == 3) {
            said.remove("deadline");
        } else {
            said.put("deadline", "2098-05-0" + (deadline + 1) + "T17:30:00+08:00");
        }
        register(said).then().statusCode(201);
    }

    private static List<String> values(String path, String field) {
        return new ArrayList<>(
                all(path).stream().map(line -> (String) line.get(field)).toList());
    }

    private static List<Map<String, String>> all(String path) {
        var found = new ArrayList<Map<String, String>>();
        String cursor = null;
        do {
            var page = as(office()).get(cursor == null ? path : path + "&cursor=" + cursor);
            page.then().statusCode(200);
            found.addAll(page.<List<Map<String, String>>>path("items"));
            cursor = page.path("next");
        } while (cursor != null);
        return found;
    }
}
