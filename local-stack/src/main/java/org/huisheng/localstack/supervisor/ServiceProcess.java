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

/** One of our services: a packaged Quarkus application. */
final class ServiceProcess implements Component {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final ServiceName service;
    private final Path jar;
    private final Path output;
    private final String url;
    private final Map<String, String> environment;

    ServiceProcess(ServiceName service, Path projectRoot, Path logs, String url, Map<String, String> environment) {
        this.service = service;
        this.jar = projectRoot.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        this.output = logs.resolve(service.label() + ".out");
        this.url = url;
        this.environment = environment;
    }

    @Override
    public String name() {
        return service.label();
    }

    @Override
    public void prepare() {
        if (!Files.exists(jar)) {
            throw new StartFailed(service.label() + " is not built: " + jar + " is missing");
        }
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                jar.toString()));
        return new Launch(command, environment, output, "TERM", Duration.ofSeconds(15));
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

    @Override
    public Duration startLimit() {
        // Seconds on an idle machine; half a minute was seen on one with six times more work than processors.
        return Duration.ofMinutes(3);
    }
}
