package org.huisheng.localstack.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.huisheng.localstack.postgres.Login;
import org.huisheng.localstack.postgres.OwnedDatabase;
import org.huisheng.localstack.postgres.PostgresServer;
import org.huisheng.localstack.process.LoopbackPorts;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One server per test JVM, started when first asked for and gone with the JVM; an empty database for every application start. */
public final class RealPostgres implements QuarkusTestResourceLifecycleManager {

    // System properties, because Quarkus may load this class more than once in a JVM.
    private static final String HOST = "huisheng.test.postgres.host";
    private static final String PORT = "huisheng.test.postgres.port";
    private static final String PASSWORD = "huisheng.test.postgres.password";
    private static final String DIRECTORY = "huisheng.test.postgres.directory";
    private static final String CONTAINER = "huisheng.test.postgres.container";
    private static final String SUPERUSER = "postgres";

    @Override
    public Map<String, String> start() {
        var database = freshDatabase();
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    /** The next test class finds the server running. */
    @Override
    public void stop() {}

    /** For tests without Quarkus. */
    public static synchronized TestDatabase freshDatabase() {
        ensureStarted();
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        var owner = new Login(name, UUID.randomUUID().toString());
        new OwnedDatabase(name, owner).createOn(described());
        return new TestDatabase(described().url(name), owner.user(), owner.password());
    }

    /** For tests of what happens while there is no database. */
    public static synchronized TestServer server() {
        ensureStarted();
        var container = System.getProperty(CONTAINER);
        return container == null ? embedded() : new PausedContainer(container);
    }

    private static void ensureStarted() {
        if (System.getProperty(PORT) != null) {
            return;
        }
        System.setProperty(PASSWORD, UUID.randomUUID().toString());
        System.setProperty(DIRECTORY, TestFolders.create("postgres").toString());
        if (DockerEngine.answers()) {
            Container.start();
        } else {
            System.setProperty(HOST, "127.0.0.1");
            System.setProperty(PORT, Integer.toString(LoopbackPorts.anyFree()));
            embedded().start();
        }
    }

    private static EmbeddedServer embedded() {
        return new EmbeddedServer(described(), directory());
    }

    private static PostgresServer described() {
        return new PostgresServer(
                directory(),
                TestFolders.projectRoot().resolve("local-stack/target/postgres"),
                directory().resolve("logs"),
                System.getProperty(HOST, ""),
                Integer.getInteger(PORT, 0),
                new Login(SUPERUSER, System.getProperty(PASSWORD, "")));
    }

    private static Path directory() {
        return Path.of(System.getProperty(DIRECTORY, ""));
    }

    /** Apart, so that Testcontainers may be missing. */
    private static final class Container {
        // Never closed here: Testcontainers removes it when the JVM is gone.
        @SuppressWarnings("resource")
        static void start() {
            var container = new PostgreSQLContainer("postgres:18")
                    .withUsername(SUPERUSER)
                    .withPassword(System.getProperty(PASSWORD, ""))
                    // Testcontainers would switch fsync off.
                    .withCommand("postgres", "-c", "fsync=on", "-c", "max_connections=200");
            container.start();
            System.setProperty(HOST, container.getHost());
            System.setProperty(PORT, Integer.toString(container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)));
            System.setProperty(CONTAINER, container.getContainerId());
        }
    }
}
