package org.huisheng.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huisheng.demo.Api;
import org.huisheng.localstack.process.Component;
import org.huisheng.localstack.process.Launch;
import org.huisheng.localstack.process.LoopbackPorts;
import org.huisheng.localstack.process.OwnProcess;
import org.huisheng.localstack.process.PrivateFiles;
import org.huisheng.localstack.process.ProcessIdentity;
import org.huisheng.localstack.process.Startup;
import org.huisheng.localstack.process.Watchdog;

/** A real Keycloak with the realm of this repository, started as docker-compose.yml starts it, and kept by its administrator. */
final class Keycloak implements AutoCloseable {

    static final String REALM = "huisheng";

    private static final Path UNPACKED = Path.of("target", "keycloak").toAbsolutePath();
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::[-?]([^}]*))?}");
    private static final Watchdog WATCHDOG = new Watchdog();

    private final Server server;
    private final OwnProcess process;

    private Keycloak(Server server) {
        this.server = server;
        this.process = Startup.startAndAwait(server);
        // Its script waits for the server, and would leave it behind.
        ProcessHandle.of(process.identity().pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .flatMap(child -> ProcessIdentity.of(child.pid()).stream())
                .forEach(WATCHDOG::guard);
        WATCHDOG.guard(process.identity());
    }

    /** @param gateway its public address */
    static Keycloak start(String gateway) throws IOException {
        var port = LoopbackPorts.anyFree();
        var inEnv = Map.of(
                "KEYCLOAK_PORT", String.valueOf(port),
                "KEYCLOAK_ADMIN_PASSWORD", UUID.randomUUID().toString(),
                "HUISHENG_PUBLIC_URL", gateway,
                "HUISHENG_GATEWAY_URL", gateway,
                "HUISHENG_OIDC_CLIENT_SECRET", UUID.randomUUID().toString());
        return new Keycloak(new Server(port, inEnv));
    }

    /** As docs/edge.md says; the gateway asks at another address than browsers, as it does between containers. */
    Map<String, String> gatewaySettings() {
        return Map.of(
                "HUISHENG_OIDC_ISSUER",
                issuer(REALM),
                "HUISHENG_OIDC_DISCOVERY_URL",
                server.here() + "/realms/" + REALM + "/.well-known/openid-configuration",
                "HUISHENG_OIDC_CLIENT_ID",
                "huisheng",
                "HUISHENG_OIDC_CLIENT_SECRET",
                server.inEnv().get("HUISHENG_OIDC_CLIENT_SECRET"),
                "HUISHENG_OIDC_AUDIENCE",
                "huisheng-api");
    }

    /** What browsers know it by. */
    String address() {
        return "http://localhost:" + server.port();
    }

    String issuer(String realm) {
        return address() + "/realms/" + realm;
    }

    void makeRealm(String name) throws IOException, InterruptedException {
        ok(admin().post(
                        "/admin/realms",
                        Api.object().put("realm", name).put("enabled", true).toString()));
    }

    /** @param department null for none @return the id */
    String makeUser(String username, String password, String department, String... roles)
            throws IOException, InterruptedException {
        var wanted = Api.object()
                .put("username", username)
                .put("enabled", true)
                .put("firstName", "李")
                .put("lastName", username);
        wanted.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", password)
                .put("temporary", false);
        belongsTo(wanted, department);
        ok(admin().post(users(), wanted.toString()));
        var id = one(users() + "?exact=true&username=" + username).path("id").asText();
        give(id, roles);
        return id;
    }

    /** From now on this and nothing else. */
    void change(String user, String department, String... roles) throws IOException, InterruptedException {
        var known = (ObjectNode) Visitor.json(ok(admin().get(users() + "/" + user)));
        belongsTo(known, department);
        ok(admin().send("PUT", users() + "/" + user, known.toString()));
        var mappings = users() + "/" + user + "/role-mappings/realm";
        ok(admin().send("DELETE", mappings, ok(admin().get(mappings)).body()));
        give(user, roles);
    }

    /** How often somebody is signed in. */
    int sessions(String user) throws IOException, InterruptedException {
        return Visitor.json(ok(admin().get(users() + "/" + user + "/sessions"))).size();
    }

    /** An administrator ends what somebody has open there. */
    void signOut(String user) throws IOException, InterruptedException {
        ok(admin().post(users() + "/" + user + "/logout", "{}"));
    }

    /** @return the user that a program is */
    String programOf(String client) throws IOException, InterruptedException {
        return Visitor.json(ok(admin().get(clients(REALM) + "/" + idOf(REALM, client) + "/service-account-user")))
                .path("id")
                .asText();
    }

    /** One that gets tokens for itself. @param audience null for none @param seconds of its tokens' life */
    void makeProgram(String realm, String client, String audience, int seconds)
            throws IOException, InterruptedException {
        var wanted = Api.object()
                .put("clientId", client)
                .put("enabled", true)
                .put("publicClient", false)
                .put("standardFlowEnabled", false)
                .put("serviceAccountsEnabled", true);
        wanted.putObject("attributes").put("access.token.lifespan", String.valueOf(seconds));
        var mappers = wanted.putArray("protocolMappers");
        mapper(mappers.addObject(), "oidc-usermodel-realm-role-mapper")
                .put("claim.name", "groups")
                .put("multivalued", "true");
        if (audience != null) {
            mapper(mappers.addObject(), "oidc-audience-mapper").put("included.custom.audience", audience);
        }
        ok(admin().post(clients(realm), wanted.toString()));
    }

    /** As a program gets it, with its secret. */
    String token(String realm, String client) throws IOException, InterruptedException {
        var secret = Visitor.json(ok(admin().get(clients(realm) + "/" + idOf(realm, client) + "/client-secret")))
                .path("value")
                .asText();
        return token(realm, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    /** The administrator's own, which the realm of administrators has issued. */
    String administrators() throws IOException, InterruptedException {
        return token(
                "master",
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", server.inEnv().get("KEYCLOAK_ADMIN_PASSWORD")));
    }

    private String token(String realm, Map<String, String> form) throws IOException, InterruptedException {
        var answer = Visitor.at(address())
                .sendAs(
                        "application/x-www-form-urlencoded",
                        "POST",
                        "/realms/" + realm + "/protocol/openid-connect/token",
                        form.entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")));
        return Visitor.json(ok(answer)).path("access_token").asText();
    }

    private Visitor admin() throws IOException, InterruptedException {
        return Visitor.at(address()).with("Authorization", "Bearer " + administrators());
    }

    private void give(String user, String... roles) throws IOException, InterruptedException {
        var given = Api.JSON.createArrayNode();
        for (var role : roles) {
            given.add(Visitor.json(ok(admin().get("/admin/realms/" + REALM + "/roles/" + role))));
        }
        ok(admin().post(users() + "/" + user + "/role-mappings/realm", given.toString()));
    }

    private JsonNode one(String path) throws IOException, InterruptedException {
        return Visitor.json(ok(admin().get(path))).path(0);
    }

    private String idOf(String realm, String client) throws IOException, InterruptedException {
        return one(clients(realm) + "?clientId=" + client).path("id").asText();
    }

    private static String users() {
        return "/admin/realms/" + REALM + "/users";
    }

    private static String clients(String realm) {
        return "/admin/realms/" + realm + "/clients";
    }

    private static void belongsTo(ObjectNode user, String department) {
        var attributes = user.putObject("attributes");
        if (department != null) {
            attributes.putArray("department").add(department);
        }
    }

    private static ObjectNode mapper(ObjectNode mapper, String kind) {
        return mapper.put("name", kind)
                .put("protocol", "openid-connect")
                .put("protocolMapper", kind)
                .putObject("config")
                .put("access.token.claim", "true");
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer + " " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() {
        process.stop();
    }

    /** @param inEnv what {@code .env} says */
    private record Server(int port, Map<String, String> inEnv) implements Component {

        @Override
        public String name() {
            return "keycloak";
        }

        /** Another process' data is not this one's. */
        @Override
        public void prepare() {
            try {
                PrivateFiles.deleteTree(home().resolve("data"));
                var realms = Files.createDirectories(home().resolve("data/import"));
                var realm = "huisheng-realm.json";
                Files.copy(
                        ROOT.resolve("deploy/keycloak/" + realm),
                        realms.resolve(realm),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public Launch launch() {
            var composed = composed();
            var command =
                    new ArrayList<>(List.of("bash", home().resolve("bin/kc.sh").toString()));
            composed.path("command").forEach(word -> command.add(word.asText()));
            var environment = new HashMap<String, String>();
            composed.path("environment")
                    .properties()
                    .forEach(variable -> environment.put(
                            variable.getKey(), filledIn(variable.getValue().asText())));
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            // Which a container has for itself.
            environment.put("KC_HTTP_HOST", "127.0.0.1");
            environment.put("KC_HTTP_PORT", String.valueOf(port));
            return new Launch(command, environment, UNPACKED.resolve("keycloak.out"), "TERM", Duration.ofSeconds(20));
        }

        /** The first start puts it together for its options, as it does in the image. */
        @Override
        public Duration startLimit() {
            return Duration.ofMinutes(5);
        }

        @Override
        public boolean isReady() {
            try {
                return LoopbackPorts.answers(port)
                        && Visitor.at(here()).get("/realms/" + REALM).statusCode() == 200;
            } catch (IOException starting) {
                return false;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        String here() {
            return "http://127.0.0.1:" + port;
        }

        private static JsonNode composed() {
            try {
                return new YAMLMapper()
                        .readTree(Files.readString(ROOT.resolve("docker-compose.yml")))
                        .at("/services/keycloak");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private String filledIn(String value) {
            return VARIABLE.matcher(value)
                    .replaceAll(variable -> inEnv.getOrDefault(variable.group(1), variable.group(2)));
        }

        private static Path home() {
            try (var folders = Files.list(UNPACKED)) {
                return folders.filter(folder -> Files.isDirectory(folder.resolve("bin")))
                        .findFirst()
                        .orElseThrow();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
