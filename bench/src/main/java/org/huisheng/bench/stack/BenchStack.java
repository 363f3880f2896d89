package org.huisheng.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.demo.Api;
import org.huisheng.localstack.process.LoopbackPorts;
import org.huisheng.localstack.process.PrivateFiles;
import org.huisheng.localstack.testing.LaunchedStack;
import org.jspecify.annotations.Nullable;

/** A stack of its own for one benchmark: no demo data, no rate limits, and nothing left of it afterwards. */
public final class BenchStack implements AutoCloseable {

    public static final List<String> SERVICES = List.of("survey", "feedback", "kpi", "gateway");
    public static final String LOAD_GENERATOR = "load generator";

    private final Path data;
    private final @Nullable LaunchedStack own;
    private final Thread atExit = new Thread(this::end);

    /** @param own null when it is somebody else's to stop */
    private BenchStack(Path data, @Nullable LaunchedStack own) {
        this.data = data;
        this.own = own;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** @param running the data directory of a stack to measure instead of a fresh one */
    public static BenchStack of(String benchmark, @Nullable Path running) throws IOException, InterruptedException {
        if (running != null) {
            return new BenchStack(running, null);
        }
        var data = data(benchmark);
        return new BenchStack(data, LaunchedStack.up(data, LoopbackPorts.anyFree(), "--no-demo", "--no-limits"));
    }

    /** With the demo's departments and those who work there, and so with its data. */
    public static BenchStack withDepartments(String benchmark) throws IOException, InterruptedException {
        var data = data(benchmark);
        return new BenchStack(data, LaunchedStack.up(data, LoopbackPorts.anyFree(), "--no-limits"));
    }

    private static Path data(String benchmark) {
        var home = Path.of(System.getProperty("huisheng.home", "."));
        return home.resolve("target/bench/" + benchmark + "-"
                        + ProcessHandle.current().pid())
                .toAbsolutePath();
    }

    public JsonNode json() throws IOException {
        return Api.JSON.readTree(data.resolve("stack.json").toFile());
    }

    public URI gateway() throws IOException {
        return URI.create(json().path("gateway").asText());
    }

    public URI service(String name) throws IOException {
        return URI.create(json().at("/services/" + name + "/url").asText());
    }

    /** Where its Kafka is asked for. */
    public String kafka() throws IOException {
        return json().at("/kafka/bootstrapServers").asText();
    }

    public long pid(String service) throws IOException {
        return json().at("/services/" + service + "/pid").asLong();
    }

    public Memory memory(String service) throws IOException {
        return Memory.of(pid(service));
    }

    public void forgetPeak(String service) throws IOException {
        Memory.forgetPeak(pid(service));
    }

    public Api as(String user) throws IOException, InterruptedException {
        return Api.of(gateway().toString()).as(user, password(user));
    }

    /** An access token of the gateway's. */
    public String token(String user) throws IOException, InterruptedException {
        return Api.of(gateway().toString())
                .created(
                        "/api/auth/v1/tokens",
                        Api.object().put("username", user).put("password", password(user)))
                .path("accessToken")
                .asText();
    }

    private String password(String user) throws IOException {
        for (var known : json().path("users")) {
            if (known.path("username").asText().equals(user)) {
                return known.path("password").asText();
            }
        }
        throw new IllegalStateException("stack.json has no user " + user);
    }

    /** As the server's superuser. */
    public Connection database(String name) throws IOException, SQLException {
        var postgres = json().path("postgres");
        return DriverManager.getConnection(
                postgres.path("url").asText() + name,
                postgres.path("user").asText(),
                postgres.path("password").asText());
    }

    public ProcessorTime processorTime() throws IOException {
        var json = json();
        Map<String, Long> pids = new LinkedHashMap<>();
        for (var service : SERVICES) {
            pids.put(service, json.at("/services/" + service + "/pid").asLong());
        }
        pids.put("postgres", json.at("/postgres/pid").asLong());
        pids.put("kafka", json.at("/kafka/pid").asLong());
        pids.put(LOAD_GENERATOR, ProcessHandle.current().pid());
        return ProcessorTime.of(pids);
    }

    /** Returns when the stack has had next to nothing to do for a second: started, compiled, backlog drained. */
    public Duration awaitCalm(Duration patience) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var before = processorTime();
        while (System.nanoTime() - began < patience.toNanos()) {
            Thread.sleep(Duration.ofSeconds(1));
            var now = processorTime();
            if (now.since(before).total() < 0.15) {
                break;
            }
            before = now;
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Runtime.getRuntime().removeShutdownHook(atExit);
        if (own != null) {
            own.close();
            PrivateFiles.deleteTree(data);
        }
    }

    private void end() {
        try {
            if (own != null) {
                own.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
