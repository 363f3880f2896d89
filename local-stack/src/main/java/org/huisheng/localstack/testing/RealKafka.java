package org.huisheng.localstack.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.huisheng.localstack.kafka.KafkaBroker;
import org.huisheng.localstack.process.LoopbackPorts;
import org.testcontainers.kafka.KafkaContainer;

/** One broker per test JVM, started when first asked for and gone with the JVM. */
public final class RealKafka implements QuarkusTestResourceLifecycleManager {

    // System properties, because Quarkus may load this class more than once in a JVM.
    private static final String ADDRESS = "huisheng.test.kafka.address";
    private static final String CONTROLLER_PORT = "huisheng.test.kafka.controller-port";
    private static final String DIRECTORY = "huisheng.test.kafka.directory";
    private static final String CONTAINER = "huisheng.test.kafka.container";

    @Override
    public Map<String, String> start() {
        return Map.of("kafka.bootstrap.servers", bootstrapServers());
    }

    /** The next test class finds the broker running. */
    @Override
    public void stop() {}

    /** For tests without Quarkus. */
    public static synchronized String bootstrapServers() {
        if (System.getProperty(ADDRESS) == null) {
            if (DockerEngine.answers()) {
                Container.start();
            } else {
                startEmbedded();
            }
        }
        return System.getProperty(ADDRESS, "");
    }

    /** For tests of what happens while there is no broker. */
    public static TestServer broker() {
        bootstrapServers();
        var container = System.getProperty(CONTAINER);
        return container == null ? embedded() : new PausedContainer(container);
    }

    private static void startEmbedded() {
        System.setProperty(DIRECTORY, TestFolders.create("kafka").toString());
        System.setProperty(CONTROLLER_PORT, Integer.toString(LoopbackPorts.anyFree()));
        System.setProperty(ADDRESS, "127.0.0.1:" + LoopbackPorts.anyFree());
        embedded().start();
    }

    private static EmbeddedServer embedded() {
        var directory = Path.of(System.getProperty(DIRECTORY, ""));
        var address = System.getProperty(ADDRESS, "");
        var broker = new KafkaBroker(
                TestFolders.projectRoot().resolve("local-stack/kafka-broker/target/lib"),
                directory,
                directory.resolve("logs"),
                Integer.parseInt(address.substring(address.indexOf(':') + 1)),
                Integer.getInteger(CONTROLLER_PORT, 0));
        return new EmbeddedServer(broker, directory);
    }

    /** Apart, so that Testcontainers may be missing. */
    private static final class Container {
        // Never closed here: Testcontainers removes it when the JVM is gone.
        @SuppressWarnings("resource")
        static void start() {
            var container = new KafkaContainer("apache/kafka:4.1.2")
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .withEnv("KAFKA_NUM_PARTITIONS", "6");
            container.start();
            System.setProperty(ADDRESS, container.getBootstrapServers());
            System.setProperty(CONTAINER, container.getContainerId());
        }
    }
}
