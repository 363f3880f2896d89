package org.huisheng.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.survey.SurveyFixture.openLink;
import static org.huisheng.survey.SurveyFixture.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ManyAtOnceTest extends SurveyTest {

    private static final int THREADS = 64;

    @TestHTTPResource("/api/survey/v1/responses")
    URI responses;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Answer(int status, String receipt) {}

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sixty_four_threads_posting_the_same_200_ids_make_200_rows_with_one_receipt_each(boolean anonymous)
            throws Exception {
        var link = openLink(", \"anonymous\": " + anonymous);
        var ids = Stream.generate(UUID::randomUUID).limit(200).toList();

        var receipts = new HashMap<UUID, Set<String>>();
        var created = 0;
        for (var given : onThreads(thread -> postAll(rotated(ids, thread * 3), link))) {
            for (var answer : given.entrySet()) {
                receipts.computeIfAbsent(answer.getKey(), first -> new HashSet<>())
                        .add(answer.getValue().receipt());
                created += answer.getValue().status() == 201 ? 1 : 0;
            }
        }

        assertThat(receipts)
                .hasSize(200)
                .allSatisfy((id, given) -> assertThat(given).hasSize(1));
        assertThat(created).isEqualTo(200);
        assertThat(stored(link)).isEqualTo(200);
    }

    @Test
    void a_quota_of_fifty_takes_fifty_of_640() throws Exception {
        var link = openLink(", \"anonymous\": true, \"quota\": 50");

        var statuses = new ArrayList<Integer>();
        for (var given : onThreads(
                thread -> postAll(Stream.generate(UUID::randomUUID).limit(10).toList(), link))) {
            given.values().forEach(answer -> statuses.add(answer.status()));
        }

        assertThat(statuses).hasSize(640).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(50);
        assertThat(stored(link)).isEqualTo(50);
    }

    @Test
    void a_token_for_one_is_spent_by_one_of_64() throws Exception {
        var link = openLink(", \"anonymous\": false, \"access\": \"SINGLE_USE\"");

        var statuses = new ArrayList<Integer>();
        for (var given : onThreads(thread -> postAll(List.of(UUID.randomUUID()), link))) {
            given.values().forEach(answer -> statuses.add(answer.status()));
        }

        assertThat(statuses).hasSize(THREADS).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(stored(link)).isEqualTo(1);
    }

    private interface Work {
        Map<UUID, Answer> of(int thread) throws Exception;
    }

    private static List<Map<UUID, Answer>> onThreads(Work work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var calls = IntStream.range(0, THREADS)
                    .<Callable<Map<UUID, Answer>>>mapToObj(thread -> () -> work.of(thread))
                    .toList();
            var all = new ArrayList<Map<UUID, Answer>>();
            for (var call : threads.invokeAll(calls)) {
                all.add(call.get());
            }
            return all;
        }
    }

    private Map<UUID, Answer> postAll(List<UUID> ids, String link) throws Exception {
        var answers = new HashMap<UUID, Answer>();
        for (var id : ids) {
            var request = HttpRequest.newBuilder(responses)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(submission(id, link, "{\"overall\": 4}")))
                    .build();
            var response = client.send(request, BodyHandlers.ofString());
            answers.put(
                    id,
                    new Answer(
                            response.statusCode(),
                            new ObjectMapper()
                                    .readTree(response.body())
                                    .path("receipt")
                                    .asText()));
        }
        return answers;
    }

    private static List<UUID> rotated(List<UUID> ids, int by) {
        return IntStream.range(0, ids.size())
                .mapToObj(index -> ids.get((index + by) % ids.size()))
                .toList();
    }

    private long stored(String link) throws Exception {
        return count("SELECT count(*) FROM response r JOIN link l ON l.campaign_id = r.campaign_id WHERE l.token = '"
                + link + "'");
    }
}
