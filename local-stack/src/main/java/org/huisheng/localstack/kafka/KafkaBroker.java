package org.huisheng.localstack.kafka;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.localstack.process.Commands;
import org.huisheng.localstack.process.Component;
import org.huisheng.localstack.process.Launch;
import org.huisheng.localstack.process.LoopbackPorts;
import org.huisheng.localstack.process.PrivateFiles;
import org.huisheng.localstack.process.StartFailed;

/** One broker on one folder. */
public final class KafkaBroker implements Component {

    // The last thing a broker says when it starts: it is registered and takes requests.
    private static final String STARTED = "Kafka Server started";

    private final Path jars;
    private final Path directory;
    private final Path data;
    private final Path settings;
    private final Path logs;
    private final int port;
    private final int controllerPort;

    public KafkaBroker(Path jars, Path directory, Path logs, int port, int controllerPort) {
        this.jars = jars.toAbsolutePath();
        this.directory = directory.toAbsolutePath();
        this.data = this.directory.resolve("data");
        this.settings = this.directory.resolve("server.properties");
        this.logs = logs.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
    }

    @Override
    public String name() {
        return "kafka";
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void prepare() {
        if (!Files.isDirectory(jars)) {
            throw new StartFailed("The broker's jars are not in " + jars
                    + ": run mvn -pl local-stack/kafka-broker generate-resources");
        }
        PrivateFiles.createDirectory(directory);
        PrivateFiles.write(settings, BrokerSettings.properties(data, port, controllerPort));
        PrivateFiles.write(directory.resolve("log4j2.xml"), BrokerSettings.logging(logs));
        if (!Files.exists(data.resolve("meta.properties"))) {
            format();
        }
    }

    @Override
    public Launch launch() {
        var command = java("kafka.Kafka", settings.toString());
        return new Launch(command, Map.of(), logs.resolve("kafka.out"), "TERM", Duration.ofSeconds(20));
    }

    @Override
    public boolean isReady() {
        try {
            return LoopbackPorts.answers(port)
                    && Files.readString(logs.resolve("kafka.out")).contains(STARTED);
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(90);
    }

    private void format() {
        var outcome = Commands.run(
                java(
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        // One argument: an id may begin with a hyphen.
                        "--cluster-id=" + newClusterId(),
                        "--config",
                        settings.toString()),
                Map.of());
        if (!outcome.succeeded()) {
            throw new StartFailed("Kafka could not format its storage:\n" + outcome.output());
        }
    }

    private List<String> java(String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms96m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlog4j2.configurationFile=" + directory.resolve("log4j2.xml").toUri(),
                "-cp",
                jars + "/*",
                mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String newClusterId() {
        var id = UUID.randomUUID();
        var bytes = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
