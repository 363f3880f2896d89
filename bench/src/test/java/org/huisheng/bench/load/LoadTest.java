package org.huisheng.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final Duration WINDOW = Duration.ofMillis(300);
    private static final Answering ANSWERING = new Answering(Questionnaire.TEN, "token", 8);

    private final AtomicInteger handedIn = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private URI target;
    private volatile int status = 201;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/survey/v1/responses", exchange -> {
            exchange.getRequestBody().readAllBytes();
            handedIn.incrementAndGet();
            asked.countDown();
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        target = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    @Test
    void everything_asked_is_answered_before_it_ends_and_every_id_is_remembered_once() throws Exception {
        var load = Load.start(target, seed -> new Submissions(target, ANSWERING, seed), 8, 0);

        var measured = load.measure(WINDOW);
        load.close();

        var ids = new HashSet<UUID>();
        load.acknowledged(id -> assertThat(ids.add(id)).isTrue());
        assertThat(ids).hasSize(handedIn.get());
        assertThat(measured.brought()).isPositive().isLessThanOrEqualTo(handedIn.get());
        assertThat(measured.latencies().size()).isEqualTo(Math.toIntExact(measured.brought()));
    }

    @Test
    void at_a_rate_it_asks_no_oftener() throws Exception {
        try (var load = Load.start(target, seed -> new Submissions(target, ANSWERING, seed), 4, 100)) {
            load.measure(WINDOW);
        }

        // Each connection may have begun at once, and be a little early.
        assertThat(handedIn.get()).isPositive().isLessThan(200);
    }

    @Test
    void what_is_refused_ends_it() throws Exception {
        status = 500;
        var load = Load.start(target, seed -> new Submissions(target, ANSWERING, seed), 2, 0);
        asked.await(10, TimeUnit.SECONDS);

        assertThatThrownBy(load::close).hasRootCauseInstanceOf(IOException.class);
    }
}
