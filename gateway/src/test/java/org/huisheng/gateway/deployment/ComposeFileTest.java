package org.huisheng.gateway.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docker-compose.yml says what the services' configuration asks for, no more and no less. */
class ComposeFileTest {

    private static final Path ROOT = projectRoot();
    private static final Pattern WITH_OR_WITHOUT_DEFAULT = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?}");
    private static final Pattern INTERPOLATION = Pattern.compile("(?<!\\$)\\$\\{([A-Z][A-Z0-9_]*)([^}]*)}");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|KEY(?!CLOAK_PORT)|TOKEN).*");

    // Those who do not use them have none: empty, but never a value somebody could guess.
    private static final Set<String> OPTIONAL_SECRETS = Set.of(
            "HUISHENG_NOTIFY_WEBHOOK_SECRET",
            "HUISHENG_MAIL_PASSWORD",
            "HUISHENG_OIDC_CLIENT_SECRET",
            "HUISHENG_S3_ACCESS_KEY",
            "HUISHENG_S3_SECRET_KEY",
            "KEYCLOAK_ADMIN_PASSWORD");

    private static final Map<String, String> SOME =
            Map.of("MONITORING_SUBNET", "10.9.8.0/28", "PROMETHEUS_ADDRESS", "10.9.8.2");

    private static final Set<String> READ_BY_THE_JVM = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");
    private static final List<String> SERVICES =
            List.of("survey-service", "feedback-service", "kpi-service", "gateway");

    @ParameterizedTest
    @ValueSource(strings = {"survey-service", "feedback-service", "kpi-service", "gateway"})
    void a_service_is_given_what_its_configuration_reads(String service) throws IOException {
        assumeTrue(Files.exists(ROOT.resolve(service)), "not built yet");
        var given = new TreeSet<>(environment(service));
        var read = new TreeSet<String>();
        var needed = new TreeSet<String>();
        variables(ROOT.resolve(service).resolve("src/main/resources/application.properties"))
                .forEach(variable -> {
                    read.add(variable.group(1));
                    if (variable.group(2) == null) {
                        needed.add(variable.group(1));
                    }
                });

        read.addAll(READ_BY_THE_JVM);

        assertThat(read).as("read by %s", service).containsAll(given);
        assertThat(given).as("given to %s", service).containsAll(needed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey-service", "feedback-service", "kpi-service", "gateway"})
    void an_image_sets_only_what_its_configuration_reads(String service) throws IOException {
        assumeTrue(Files.exists(ROOT.resolve(service)), "not built yet");
        var properties = Files.readString(ROOT.resolve(service).resolve("src/main/resources/application.properties"));
        var dockerfile = Files.readString(ROOT.resolve(service)
                .resolve(compose()
                        .at("/services/" + service + "/build/dockerfile")
                        .asText()));

        var set = Pattern.compile("\\b([A-Z][A-Z0-9_]*)=")
                .matcher(dockerfile)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(set).isNotEmpty().allSatisfy(name -> assertThat(properties).contains("${" + name));
    }

    @Test
    void no_secret_has_a_default() throws IOException {
        var text = Files.readString(ROOT.resolve("docker-compose.yml"));

        var secrets = INTERPOLATION
                .matcher(text)
                .results()
                .filter(found -> SECRET.matcher(found.group(1)).matches());

        assertThat(secrets).isNotEmpty().allSatisfy(found -> {
            if (OPTIONAL_SECRETS.contains(found.group(1))) {
                assertThat(found.group(2)).as(found.group(1)).isEqualTo(":-");
            } else {
                assertThat(found.group(2)).as(found.group(1)).startsWith(":?");
            }
        });
        for (var service : compose().path("services").properties()) {
            service.getValue().path("environment").properties().forEach(variable -> {
                if (SECRET.matcher(variable.getKey()).matches()
                        && !variable.getKey().endsWith("_FILE")) {
                    assertThat(variable.getValue().asText())
                            .as(variable.getKey())
                            .startsWith("${");
                }
            });
        }
    }

    @Test
    void the_example_names_every_variable_and_gives_no_value() throws IOException {
        var example = Files.readAllLines(ROOT.resolve(".env.example")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var used = INTERPOLATION
                .matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
                .results()
                .map(found -> found.group(1) + "=")
                .distinct()
                .toList();

        assertThat(example).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void only_the_gateway_is_reachable_and_data_outlives_containers() throws IOException {
        var services = compose().path("services");
        var published = new ArrayList<String>();
        services.properties().forEach(service -> {
            for (var port : service.getValue().path("ports")) {
                if (!port.asText().startsWith("127.0.0.1:")) {
                    published.add(service.getKey());
                }
            }
        });

        assertThat(published).containsExactly("gateway");
        assertThat(SERVICES).allSatisfy(name -> assertThat(services.has(name)).isTrue());
        assertThat(services.at("/postgres/volumes/0").asText()).startsWith("postgres-data:");
        assertThat(services.at("/kafka/volumes/0").asText()).startsWith("kafka-data:");
        assertThat(services.at("/kafka/environment/KAFKA_LOG_RETENTION_MS").asText())
                .isEqualTo("-1");
        assertThat(services.at("/kafka/environment/KAFKA_AUTO_CREATE_TOPICS_ENABLE")
                        .asText())
                .isEqualTo("false");
    }

    @Test
    void docker_compose_understands_it() throws Exception {
        var onThePath = Pattern.compile(":")
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker-compose")));
        assumeTrue(onThePath || System.getenv("CI") != null, "docker-compose is not installed");
        assumeTrue(SERVICES.stream().allMatch(name -> Files.exists(ROOT.resolve(name))), "not all services built yet");
        var command = new ProcessBuilder("docker-compose", "config", "-q")
                .directory(ROOT.toFile())
                .redirectErrorStream(true);
        INTERPOLATION
                .matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
                .results()
                .forEach(found -> command.environment().put(found.group(1), SOME.getOrDefault(found.group(1), "8080")));

        var process = command.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private static Set<String> environment(String service) throws IOException {
        var names = new TreeSet<String>();
        compose().at("/services/" + service + "/environment").fieldNames().forEachRemaining(names::add);
        assertThat(names).isNotEmpty();
        return names;
    }

    private static JsonNode compose() throws IOException {
        return new YAMLMapper().readTree(Files.readString(ROOT.resolve("docker-compose.yml")));
    }

    private static List<MatchResult> variables(Path properties) throws IOException {
        return WITH_OR_WITHOUT_DEFAULT
                .matcher(Files.readString(properties))
                .results()
                .toList();
    }

    private static Path projectRoot() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
