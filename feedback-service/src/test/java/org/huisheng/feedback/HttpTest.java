package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.events.EventType;
import org.huisheng.events.IntegrationEvent;
import org.huisheng.events.KpiEvent.DepartmentChanged;
import org.huisheng.kit.event.EventCodec;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.localstack.testing.RealKafka;
import org.huisheng.localstack.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;

/** What the tests over HTTP share: callers, departments and the steps of a case as requests. */
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealKafka.class)
@QuarkusTestResource(TestTokens.class)
public abstract class HttpTest {

    protected static final String CASES = "/api/feedback/v1/cases";
    protected static final String CONFIRMATIONS = "/api/feedback/v1/confirmations";

    @Inject
    protected DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    protected String kafka;

    @BeforeEach
    void know_the_departments() {
        if (count("SELECT count(*) FROM department") >= 3) {
            return;
        }
        publish(UUID.randomUUID(), new DepartmentChanged("DIST", "配电运检室", "Distribution", true, 1, Instant.now()));
        publish(UUID.randomUUID(), new DepartmentChanged("MKT", "营销部", "Marketing", true, 1, Instant.now()));
        publish(UUID.randomUUID(), new DepartmentChanged("OLD", "旧部门", "Old", false, 1, Instant.now()));
        await().atMost(Duration.ofSeconds(30)).until(() -> count("SELECT count(*) FROM department") >= 3);
    }

    protected static String office() {
        return TestTokens.bearer("office", null, "OFFICE");
    }

    protected static String liaison(String department) {
        return TestTokens.bearer("liaison-" + department, department, "LIAISON");
    }

    protected static RequestSpecification as(String bearer) {
        return given().header("Authorization", bearer).contentType(ContentType.JSON);
    }

    protected static Map<String, Object> complaint() {
        return Map.of(
                "side",
                "ENTERPRISE",
                "category",
                "power-quality",
                "title",
                "电压不稳",
                "description",
                "每天下午电压偏低",
                "stakeholder",
                Map.of("name", "某企业联系人", "phone", "000-12345"));
    }

    protected static String opened() {
        return as(office())
                .body(complaint())
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    protected static String assigned(String department) {
        var id = opened();
        step(office(), id, "assignment", Map.of("department", department))
                .then()
                .statusCode(200);
        return id;
    }

    protected static String resolved(String department) {
        var id = assigned(department);
        step(liaison(department), id, "start", Map.of()).then().statusCode(200);
        resolve(department, id).then().statusCode(200);
        return id;
    }

    protected static Response resolve(String department, String id) {
        return step(liaison(department), id, "resolution", Map.of("rootCause", "接头老化", "actionTaken", "更换接头"));
    }

    protected static Response step(String bearer, String id, String step, Object body) {
        return as(bearer).body(body).post(CASES + "/" + id + "/" + step);
    }

    protected static String link(String bearer, String id) {
        return step(bearer, id, "confirmation-requests", Map.of())
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    protected static Response answer(String token, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(CONFIRMATIONS + "/" + token);
    }

    protected long count(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Plays the service the event is of. @param id the same again for a redelivery */
    protected void publish(UUID id, IntegrationEvent event) {
        var type = EventType.of(event);
        publish(type.topic().wireName(), event.aggregateId(), id, type.wireName(), EventCodec.encode(event));
    }

    protected void publish(String key, UUID id, String type, byte[] payload) {
        publish("huisheng.kpi", key, id, type, payload);
    }

    private void publish(String topic, String key, UUID id, String type, byte[] payload) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) kafka), new StringSerializer(), new ByteArraySerializer())) {
            var message = new ProducerRecord<>(topic, key, payload);
            for (var header : List.of(
                    Map.entry("ce_specversion", "1.0"),
                    Map.entry("ce_id", id.toString()),
                    Map.entry("ce_source", "/huisheng/kpi-service"),
                    Map.entry("ce_type", type))) {
                message.headers().add(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8));
            }
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
