package org.huisheng.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.huisheng.gateway.testing.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gateway with a certificate of its own, made for this run. */
@QuarkusTest
@TestProfile(TlsTest.WithCertificate.class)
class TlsTest extends GatewayTest {

    private static final Path FOLDER = Path.of("target", "tls");
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TestHTTPResource(tls = true)
    URI secure;

    public static final class WithCertificate implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                make();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
            return Map.of(
                    "quarkus.tls.key-store.pem.0.cert",
                    FOLDER.resolve("cert.pem").toString(),
                    "quarkus.tls.key-store.pem.0.key",
                    FOLDER.resolve("key.pem").toString(),
                    "quarkus.http.test-ssl-port",
                    "0",
                    "quarkus.http.http2",
                    "true",
                    "huisheng.gateway.body-timeout",
                    "PT3S");
        }
    }

    @Test
    void http_2_is_spoken_over_tls_and_the_service_hears_of_https() throws Exception {
        var answer = send("GET", "/api/kpi/v1/echo?q=1", BodyPublishers.noBody());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        var heard = new JsonObject(answer.body());
        assertThat(heard.getString("method")).isEqualTo("GET");
        assertThat(heard.getJsonObject("headers").getJsonArray("x-forwarded-proto"))
                .containsExactly("https");
        assertThat(heard.getJsonObject("headers").getJsonArray("x-forwarded-host"))
                .containsExactly(host());
        assertThat(heard.getJsonObject("headers").getMap()).doesNotContainKey("transfer-encoding");
    }

    @Test
    void bodies_come_through_whether_or_not_they_say_how_long_they_are() throws Exception {
        for (var length : new int[] {3, 200_000}) {
            var text = "x".repeat(length);
            var announced = send("POST", "/api/survey/v1/echo", BodyPublishers.ofString(text));
            var streamed = send(
                    "POST",
                    "/api/survey/v1/echo",
                    BodyPublishers.ofInputStream(() ->
                            new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))));

            assertThat(announced.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(new JsonObject(announced.body()).getInteger("length")).isEqualTo(length);
            assertThat(new JsonObject(streamed.body()).getInteger("length")).isEqualTo(length);
        }
    }

    @Test
    void what_is_too_large_is_refused_here_too() throws Exception {
        var answer = send("POST", "/api/survey/v1/echo", BodyPublishers.ofString("x".repeat(2 << 20)));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void the_cookie_is_for_https_only() throws Exception {
        var answer = send(
                "POST",
                "/api/auth/v1/sessions",
                BodyPublishers.ofString("{\"username\": \"li\", \"password\": \"other words\"}"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).endsWith("; Secure");
    }

    @Test
    @Timeout(60)
    void a_body_to_the_gateway_itself_that_does_not_come_is_not_waited_for() throws Exception {
        // Nobody ever submits anything to it.
        try (var body = new SubmissionPublisher<ByteBuffer>()) {
            var answer = send("POST", "/api/auth/v1/sessions", BodyPublishers.fromPublisher(body));

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(408);
            assertThat(answer.body()).contains("urn:huisheng:problem:body-too-slow");
        }
    }

    private String host() {
        return "localhost:" + secure.getPort();
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body) throws Exception {
        try (var client = HttpClient.newBuilder().sslContext(trusting()).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://" + host() + path))
                            .header("Content-Type", "application/json")
                            .method(method, body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static SSLContext trusting() throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store());
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(FOLDER.resolve("store.p12"))) {
            store.load(file, PASSWORD);
        }
        // Trusted is what stands alone, not beside its key.
        store.setCertificateEntry("trusted", store.getCertificate("gateway"));
        return store;
    }

    private static void make() throws Exception {
        Files.createDirectories(FOLDER);
        var keystore = FOLDER.resolve("store.p12");
        Files.deleteIfExists(keystore);
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keystore)) {
            store.load(file, PASSWORD);
        }
        write("key.pem", "PRIVATE KEY", store.getKey("gateway", PASSWORD).getEncoded());
        write("cert.pem", "CERTIFICATE", store.getCertificate("gateway").getEncoded());
    }

    private static void write(String file, String kind, byte[] content) throws Exception {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                FOLDER.resolve(file), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
