package org.huisheng.localstack.supervisor;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.localstack.kafka.KafkaBroker;
import org.huisheng.localstack.postgres.Login;
import org.huisheng.localstack.postgres.OwnedDatabase;
import org.huisheng.localstack.postgres.PostgresServer;
import org.huisheng.localstack.process.Component;
import org.huisheng.localstack.process.PrivateFiles;

/** What a stack is made of, with every port, password and file settled, before anything runs. */
final class StackPlan {

    private final StackOptions options;
    private final StackPorts ports;
    private final Map<ServiceName, Integer> servicePorts = new EnumMap<>(ServiceName.class);
    private final Map<String, Integer> portOf = new LinkedHashMap<>();
    private final Map<ServiceName, OwnedDatabase> databases = new EnumMap<>(ServiceName.class);
    private final Map<ServiceName, ServiceProcess> services = new EnumMap<>(ServiceName.class);
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final DemoData demo;
    private final List<BootstrapUser> users;
    private final StackFile stackFile;
    private final int controllerPort;

    StackPlan(StackOptions options, DataDirectory data) {
        this.options = options;
        this.ports = new StackPorts(options.port());
        var secrets = new Secrets(data.file("secrets.json"));
        for (var service : ServiceName.values()) {
            servicePorts.put(service, service == ServiceName.GATEWAY ? options.port() : ports.reserve());
            portOf.put(service.label(), servicePorts.getOrDefault(service, 0));
            var owner = new Login(service.label(), secrets.named("database." + service.label()));
            databases.put(service, new OwnedDatabase(service.label(), owner));
        }
        var postgresPort = ports.reserve();
        postgres = new PostgresServer(
                data.file("postgres"),
                data.file("postgres"),
                data.logs(),
                "127.0.0.1",
                postgresPort,
                new Login("postgres", secrets.named("database.superuser")));
        portOf.put(postgres.name(), postgresPort);
        var kafkaPort = ports.reserve();
        controllerPort = ports.reserve();
        kafka = new KafkaBroker(
                options.projectRoot().resolve("local-stack/kafka-broker/target/lib"),
                data.file("kafka"),
                data.logs(),
                kafkaPort,
                controllerPort);
        portOf.put(kafka.name(), kafkaPort);
        demo = new DemoData(options, data, secrets.named("biKey"));
        users = BootstrapUsers.of(secrets, options.demo());
        stackFile = new StackFile(
                data,
                options,
                postgres,
                kafka,
                planServices(data, secrets),
                options.infrastructureOnly() ? List.of() : users,
                demo.content());
    }

    private Map<ServiceName, String> planServices(DataDirectory data, Secrets secrets) {
        if (options.infrastructureOnly()) {
            return Map.of();
        }
        var usersFile = data.file("users.json");
        var biKeyFile = data.file("bi.key");
        Json.write(usersFile, users);
        PrivateFiles.write(biKeyFile, secrets.named("biKey"));
        var environments =
                new ServiceEnvironments(options, data, kafka.bootstrapServers(), servicePorts, usersFile, biKeyFile);
        Map<ServiceName, String> urls = new EnumMap<>(ServiceName.class);
        databases.forEach((service, database) -> {
            var environment = environments.of(service, database, postgres.url(database.name()));
            var url = environments.url(service);
            urls.put(service, url);
            services.put(service, new ServiceProcess(service, options.projectRoot(), data.logs(), url, environment));
        });
        return urls;
    }

    PostgresServer postgres() {
        return postgres;
    }

    KafkaBroker kafka() {
        return kafka;
    }

    Iterable<OwnedDatabase> databases() {
        return databases.values();
    }

    List<Component> services() {
        return List.copyOf(services.values());
    }

    List<ServiceProcess> trained() {
        return services.values().stream()
                .filter(service -> service.cache().isFresh())
                .toList();
    }

    List<ServiceProcess> untrained() {
        return services.values().stream()
                .filter(service -> !service.cache().isFresh())
                .toList();
    }

    List<BootstrapUser> users() {
        return users;
    }

    DemoData demo() {
        return demo;
    }

    StackFile stackFile() {
        return stackFile;
    }

    /** Lets go of the component's ports so that it can take them itself. */
    void releasePorts(Component component) {
        ports.release(portOf.getOrDefault(component.name(), 0));
        if (component == kafka) {
            ports.release(controllerPort);
        }
    }
}
