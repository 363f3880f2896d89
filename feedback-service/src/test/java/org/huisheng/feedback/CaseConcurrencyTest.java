package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CaseConcurrencyTest extends HttpTest {

    @Test
    void of_twenty_who_start_the_same_case_one_does_and_the_others_hear_of_the_conflict() throws Exception {
        var id = assigned("DIST");

        var statuses = together(Collections.nCopies(
                20, () -> step(liaison("DIST"), id, "start", Map.of()).statusCode()));

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(19);
        assertThat(count("SELECT count(*) FROM timeline_entry WHERE case_id = '" + id + "'"))
                .isEqualTo(3);
    }

    @Test
    void of_twenty_retries_sent_at_once_one_opens_the_case_and_all_get_it() throws Exception {
        var request = new HashMap<>(complaint());
        request.put("caseId", UUID.randomUUID().toString());

        var statuses = together(Collections.nCopies(
                20, () -> as(office()).body(request).post(CASES).statusCode()));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(19);
    }

    @Test
    void a_stakeholder_tapping_ten_times_answers_once() throws Exception {
        var id = resolved("DIST");
        var token = link(office(), id);

        var statuses = together(Collections.nCopies(
                10,
                () -> answer(token, Map.of("outcome", "CONFIRMED", "rating", 5)).statusCode()));

        assertThat(statuses).containsOnly(200);
        assertThat(count("SELECT count(*) FROM timeline_entry WHERE step = 'CONFIRMED' AND case_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void clerks_acting_at_random_lose_no_update_and_cause_no_server_error() throws Exception {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var ids = List.of(opened(), opened(), opened(), opened());
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 160; i++) {
            var id = ids.get(random.nextInt(ids.size()));
            var choice = random.nextInt(6);
            calls.add(() -> act(id, choice));
        }

        var statuses = together(calls);

        // 403: its liaison resolving a case that is not yet the department's.
        assertThat(statuses).as("seed %d", seed).isSubsetOf(200, 403, 409);
        var within = "('" + String.join("','", ids) + "')";
        var accepted = statuses.stream().filter(status -> status == 200).count() + ids.size();
        assertThat(count("SELECT count(*) FROM timeline_entry WHERE case_id IN " + within))
                .as("seed %d", seed)
                .isEqualTo(accepted);
        assertThat(count("SELECT sum(timeline_length) FROM feedback_case WHERE id IN " + within))
                .as("seed %d", seed)
                .isEqualTo(accepted);
        assertThat(count("SELECT count(*) FROM (SELECT from_status, lag(to_status) OVER"
                        + " (PARTITION BY case_id ORDER BY seq) AS before FROM timeline_entry WHERE case_id IN "
                        + within
                        + ") AS steps WHERE from_status IS DISTINCT FROM before"))
                .as("seed %d", seed)
                .isZero();
    }

    private static int act(String id, int choice) {
        var response = switch (choice) {
            case 0 -> step(office(), id, "assignment", Map.of("department", "DIST"));
            case 1 -> step(office(), id, "start", Map.of());
            case 2 -> resolve("DIST", id);
            case 3 -> step(office(), id, "confirmation", Map.of("rating", 3));
            case 4 -> step(office(), id, "dispute", Map.of("reason", "x"));
            default -> step(office(), id, "closure", Map.of());
        };
        return response.statusCode();
    }

    private static List<Integer> together(List<? extends Callable<Integer>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(20)) {
            var results = new ArrayList<Integer>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
