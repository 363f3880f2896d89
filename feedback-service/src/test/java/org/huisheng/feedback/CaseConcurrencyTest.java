package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
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
        var ids = Stream.generate(HttpTest::opened).limit(200).toList();
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 3_000; i++) {
            // Half of them at a few cases, where they meet.
            var id = ids.get(random.nextInt(i % 2 == 0 ? 20 : ids.size()));
            var choice = random.nextInt(11);
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
        assertThat(moves(within)).as("seed %d", seed).isSubsetOf(LEGAL);
        assertThat(published(stepsOf(ids))).as("seed %d", seed).isEqualTo(stepsOf(ids));
    }

    /** As the story of a case is told, not as the program has it. */
    private static final Set<String> LEGAL = Set.of(
            "OPENED RECEIVED",
            "ASSIGNED RECEIVED ASSIGNED",
            "ASSIGNED ASSIGNED ASSIGNED",
            "STARTED ASSIGNED IN_PROGRESS",
            "STARTED DISPUTED IN_PROGRESS",
            "TRANSFERRED IN_PROGRESS ASSIGNED",
            "WAITING IN_PROGRESS WAITING",
            "RESUMED WAITING IN_PROGRESS",
            "RESOLVED IN_PROGRESS RESOLVED",
            "CONFIRMED RESOLVED CONFIRMED",
            "DISPUTED RESOLVED DISPUTED",
            "CLOSED CONFIRMED CLOSED");

    /** Each step that moved one of the cases, from where to where. */
    private Set<String> moves(String within) throws SQLException {
        var moves = new HashSet<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT DISTINCT concat_ws(' ', step, from_status, to_status)"
                        + " FROM timeline_entry WHERE (step <> 'NOTED' OR from_status <> to_status) AND case_id IN "
                        + within)) {
            while (rows.next()) {
                moves.add(rows.getString(1));
            }
        }
        return moves;
    }

    private static int act(String id, int choice) {
        var response = switch (choice) {
            case 0 -> step(office(), id, "assignment", Map.of("department", "DIST"));
            case 1 -> step(office(), id, "start", Map.of());
            case 2 -> resolve("DIST", id);
            case 3 -> step(office(), id, "confirmation", Map.of("rating", 3));
            case 4 -> step(office(), id, "dispute", Map.of("reason", "x"));
            case 5 -> step(liaison("DIST"), id, "transfer", Map.of("department", "MKT", "reason", "x"));
            case 6 -> step(office(), id, "notes", Map.of("note", "x"));
            case 7 -> step(office(), id, "assignment", Map.of("department", "MKT"));
            case 8 -> step(office(), id, "waiting", Map.of("reason", "x"));
            case 9 -> step(office(), id, "resumption", Map.of());
            default -> step(office(), id, "closure", Map.of());
        };
        return response.statusCode();
    }

    /** Of each case the types of events its timeline calls for, in the order of the timeline. */
    private Map<String, List<String>> stepsOf(List<String> ids) throws SQLException {
        var types = new TreeMap<String, List<String>>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT case_id, step FROM timeline_entry WHERE step NOT IN ('NOTED', 'WAITING', 'RESUMED') AND case_id IN ('"
                                + String.join("','", ids) + "') ORDER BY case_id, seq")) {
            while (rows.next()) {
                types.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add("feedback.case-" + rows.getString(2).toLowerCase(Locale.ROOT) + ".v1");
            }
        }
        return types;
    }

    /** Of the same cases the types of events that really came, in the order of their arrival. */
    private Map<String, List<String>> published(Map<String, List<String>> expected) {
        var wanted = expected.values().stream().mapToInt(List::size).sum();
        var types = new TreeMap<String, List<String>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("huisheng.feedback"));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                    if (expected.containsKey(event.key())) {
                        types.computeIfAbsent(event.key(), _ -> new ArrayList<>())
                                .add(new String(
                                        event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8));
                    }
                });
                return types.values().stream().mapToInt(List::size).sum() >= wanted;
            });
        }
        return types;
    }

    private static List<Integer> together(List<? extends Callable<Integer>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(32)) {
            var results = new ArrayList<Integer>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
