package org.huisheng.localstack.supervisor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huisheng.localstack.process.Component;
import org.huisheng.localstack.process.Launch;
import org.huisheng.localstack.process.StartFailed;
import org.huisheng.localstack.training.AotCache;

/** One of our services: a packaged Quarkus application. */
final class ServiceProcess implements Component {

    /** Of what outlives a collection a quarter more is kept, not two thirds more: idle services share a machine. */
    private static final String SPARE = "-XX:MinHeapFreeRatio=20";

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms48m",
            SPARE,
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    // What a JVM needs to write its cache at its end, several of them at the same time.
    private static final Duration TRAINING_PATIENCE = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ServiceName service;
    private final AotCache cache;
    private final Path logs;
    private final String url;
    private final Map<String, String> environment;
    private final boolean training;

    ServiceProcess(ServiceName service, Path projectRoot, Path logs, String url, Map<String, String> environment) {
        this(service, service.cache(projectRoot), logs, url, environment, false);
    }

    private ServiceProcess(
            ServiceName service,
            AotCache cache,
            Path logs,
            String url,
            Map<String, String> environment,
            boolean training) {
        this.service = service;
        this.cache = cache;
        this.logs = logs;
        this.url = url;
        this.environment = environment;
        this.training = training;
    }

    /** The same service, run the same way, but to make its cache. */
    ServiceProcess inTraining() {
        return new ServiceProcess(service, cache, logs, url, environment, true);
    }

    AotCache cache() {
        return cache;
    }

    String url() {
        return url;
    }

    @Override
    public String name() {
        return service.label();
    }

    @Override
    public void prepare() {
        var jar = cache.jar();
        if (!Files.exists(jar)) {
            throw new StartFailed(service.label() + " is not built: " + jar + " is missing");
        }
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.add(service.heapLimit());
        command.addAll(training ? cache.trainingOptions() : cache.useOptions());
        command.addAll(List.of("-jar", cache.jar().toString()));
        return new Launch(command, environment, output(), "TERM", training ? TRAINING_PATIENCE : PATIENCE);
    }

    @Override
    public List<Path> logs() {
        return List.of(output(), logs.resolve(service.label() + ".log"));
    }

    @Override
    public boolean isReady() {
        var request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path output() {
        return logs.resolve(service.label() + ".out");
    }

    @Override
    public Duration startLimit() {
        // Seconds on an idle machine; half a minute was seen on one with six times more work than processors.
        return Duration.ofMinutes(3);
    }
}
