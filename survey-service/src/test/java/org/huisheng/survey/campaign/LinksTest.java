package org.huisheng.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.step;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.huisheng.survey.SurveyTest;
import org.huisheng.survey.definition.CompiledVersions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a road to the database that can be closed and held up. */
@QuarkusTest
class LinksTest extends SurveyTest {

    @Inject
    CompiledVersions versions;

    private final AtomicInteger lookUps = new AtomicInteger();
    private volatile boolean severed;
    private volatile CountDownLatch held = new CountDownLatch(0);

    private Links links;
    private String campaign;
    private String token;

    @BeforeEach
    void a_link_that_is_remembered() {
        links = new Links(road(), versions);
        campaign = draftCampaign(", \"anonymous\": false");
        step(campaign, "opening").then().statusCode(200);
        token = link(campaign);
        assertThat(links.find(token)).isPresent();
        lookUps.set(0);
    }

    @Test
    void a_fresh_look_up_that_fails_takes_nothing_from_those_who_remember() {
        severed = true;

        assertThatThrownBy(() -> links.findFresh(token)).hasRootCauseInstanceOf(SQLException.class);

        assertThat(links.remembered(token)).isNotNull();
        severed = false;
        // What was remembered may be looked up anew by itself while severed; whoever asks then shares that failure.
        await().ignoreException(CompletionException.class)
                .untilAsserted(() -> assertThat(links.findFresh(token)).isPresent());
    }

    @Test
    void a_herd_that_wants_it_fresh_is_served_by_one_look_up_and_delays_nobody_who_posts() throws Exception {
        held = new CountDownLatch(1);
        var herd = Collections.synchronizedList(new ArrayList<Thread>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var found = IntStream.range(0, 50)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> {
                                herd.add(Thread.currentThread());
                                return links.findFresh(token);
                            },
                            threads))
                    .toList();
            await().until(() ->
                    herd.size() == 50 && herd.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));

            assertThat(links.remembered(token)).isNotNull();
            held.countDown();

            for (var each : found) {
                assertThat(each.get()).map(LinkTarget::token).contains(token);
            }
        }
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void what_is_fresh_is_what_the_database_says() throws SQLException {
        change("UPDATE campaign SET status = 'CLOSED' WHERE id = '" + campaign + "'");

        assertThat(links.findFresh(token)).map(LinkTarget::status).contains(CampaignStatus.CLOSED);
        assertThat(links.remembered(token)).extracting(LinkTarget::status).isEqualTo(CampaignStatus.CLOSED);
        assertThat(links.findFresh("no-such-token")).isEqualTo(Optional.empty());
    }

    private DataSource road() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        lookUps.incrementAndGet();
                        held.await();
                        if (severed) {
                            throw new SQLException("severed");
                        }
                    }
                    try {
                        return method.invoke(dataSource, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
