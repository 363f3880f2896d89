package org.huisheng.kpi.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.olingo.client.api.ODataClient;
import org.apache.olingo.client.api.communication.ODataClientErrorException;
import org.apache.olingo.client.api.communication.request.ODataBasicRequest;
import org.apache.olingo.client.api.domain.ClientEntity;
import org.apache.olingo.client.api.domain.ClientEntitySet;
import org.apache.olingo.client.core.ODataClientFactory;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmProperty;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.MeasuredValue;
import org.huisheng.events.SurveyEvent.ResponseSubmitted;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Apache Olingo's client, which shares no code with the feed, understands it. */
@QuarkusTest
class IndependentReaderTest extends KpiTest {

    private static final int RESPONSES = 10_000;
    private static final int VALUES = 10;
    private static final int BATCH = 500;

    @TestHTTPResource("/odata/v4/")
    URI root;

    @Inject
    RecordObservations recordObservations;

    private final ODataClient client = ODataClientFactory.getClient();

    @Test
    void metadata_describes_four_sets() {
        var edm = edm();

        assertThat(edm.getEntityContainer().getEntitySets())
                .extracting(set -> set.getName())
                .containsExactlyInAnyOrder("Departments", "Observations", "Rates", "Scores");
        var observation = type(edm, "Observation");
        assertThat(observation.getKeyPredicateNames()).containsExactly("eventId", "ordinal");
        assertThat(observation.getProperty("occurredAt").getType().getName()).isEqualTo("DateTimeOffset");
        assertThat(((EdmProperty) observation.getProperty("question")).isNullable())
                .isTrue();
        assertThat(type(edm, "Score").getKeyPredicateNames()).containsExactly("period", "department", "level", "code");
    }

    @Test
    void a_filter_made_by_the_client_is_understood_and_an_error_too() {
        var department = Office.establishDepartment();
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, "satisfaction.service", 10);
        var filters = client.getFilterFactory();
        var filter = filters.and(filters.eq("department", department), filters.ge("value", new BigDecimal("75")));
        var uri = client.newURIBuilder(root.toString())
                .appendEntitySetSegment("Observations")
                .filter(filter)
                .orderBy("value desc")
                .count(true)
                .build();

        var page = entities(uri);

        assertThat(page.getCount()).isEqualTo(4);
        assertThat(page.getEntities()).hasSize(4);
        assertThat(value(page.getEntities().getFirst(), "value")).isEqualTo(new BigDecimal("100"));
        var bad = client.newURIBuilder(root.toString())
                .appendEntitySetSegment("Observations")
                .filter("nothing eq 1")
                .build();
        var refusal = catchThrowableOfType(ODataClientErrorException.class, () -> entities(bad));
        assertThat(refusal.getODataError().getCode()).isEqualTo("unknown-property");
    }

    @Test
    void a_hundred_thousand_observations_are_read_while_others_come_and_go() throws Exception {
        var department = Office.establishDepartment();
        var expected = new HashMap<Place, BigDecimal>();
        for (var batch = 0; batch < RESPONSES / BATCH; batch++) {
            record(department, BATCH).forEach(event -> {
                for (var ordinal = 0; ordinal < VALUES; ordinal++) {
                    expected.put(new Place(event.id(), ordinal), BigDecimal.valueOf(25L * (ordinal % 5)));
                }
            });
        }

        var read = new HashMap<Place, BigDecimal>();
        var twice = new HashSet<Place>();
        var pages = 0;
        for (var next = root.resolve("Observations"); next != null; pages++) {
            var others = CompletableFuture.runAsync(() -> comeAndGo(department));
            var page = entities(next, department);
            for (var entity : page.getEntities()) {
                var place = new Place((UUID) value(entity, "eventId"), ((Number) value(entity, "ordinal")).intValue());
                if (read.put(place, (BigDecimal) value(entity, "value")) != null) {
                    twice.add(place);
                }
            }
            next = page.getNext();
            others.get();
        }

        assertThat(pages).isGreaterThan(RESPONSES * VALUES / FeedRequest.LARGEST_PAGE);
        assertThat(twice).isEmpty();
        // Each looked up by its hash: AssertJ would compare each with each.
        expected.entrySet()
                .removeIf(row ->
                        read.containsKey(row.getKey()) && read.get(row.getKey()).compareTo(row.getValue()) == 0);
        assertThat(expected).as("missing or wrong").isEmpty();
    }

    private record Place(UUID eventId, int ordinal) {}

    /** Responses arrive, each second one is taken back. */
    private void comeAndGo(String department) {
        var events = record(department, 20);
        var withdrawals = new ArrayList<ReceivedEvent>();
        for (var i = 0; i < events.size(); i += 2) {
            var response = (ResponseSubmitted) events.get(i).event();
            withdrawals.add(EventFixture.received(new ResponseWithdrawn(
                    response.responseId(),
                    response.side(),
                    response.occurredAt().plusSeconds(60))));
        }
        ObservedFixture.record(recordObservations, withdrawals);
    }

    private List<ReceivedEvent> record(String department, int responses) {
        var values = IntStream.range(0, VALUES)
                .mapToObj(i -> EventFixture.answer("satisfaction.service", department, 1 + i % 5))
                .toArray(MeasuredValue[]::new);
        var events = IntStream.range(0, responses)
                .mapToObj(i ->
                        EventFixture.received(EventFixture.response(Side.CUSTOMER, ObservedFixture.MORNING, values)))
                .toList();
        ObservedFixture.record(recordObservations, events);
        return events;
    }

    private Edm edm() {
        return as(client.getRetrieveRequestFactory().getMetadataRequest(root.toString()))
                .execute()
                .getBody();
    }

    private static EdmEntityType type(Edm edm, String name) {
        return edm.getEntityType(new FullQualifiedName("Huisheng", name));
    }

    private ClientEntitySet entities(URI uri) {
        return entities(uri, null);
    }

    /**
     * @param department whose rows alone are read; otherwise all that other tests have left, of any year, is divided into
     *     blocks anew for each page
     */
    private ClientEntitySet entities(URI uri, @Nullable String department) {
        return as(client.getRetrieveRequestFactory().getEntitySetRequest(uri), department)
                .execute()
                .getBody();
    }

    private static Object value(ClientEntity entity, String property) {
        return entity.getProperty(property).getPrimitiveValue().toValue();
    }

    private static <T extends ODataBasicRequest<?>> T as(T request) {
        return as(request, null);
    }

    private static <T extends ODataBasicRequest<?>> T as(T request, @Nullable String department) {
        request.addCustomHeader("Authorization", TestTokens.bearer("somebody", department, "ANALYST"));
        return request;
    }
}
