package org.huisheng.gateway.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.huisheng.kit.problem.DomainException.Busy;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jboss.logging.Logger;
import org.jose4j.jwk.HttpsJwks;
import org.jspecify.annotations.Nullable;

/** What the provider says about itself (OpenID Connect Discovery). Asked when first needed: the gateway starts without it. */
@ApplicationScoped
class Provider {

    private static final Logger LOG = Logger.getLogger(Provider.class);
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Whoever shows keys that do not exist must not make us ask for them each time. */
    private static final long KEYS_ASKED_AT_MOST_EVERY_MILLIS = 10_000;

    /** @param endSession null if people cannot be sent there to sign out */
    record Endpoints(URI authorization, URI token, @Nullable URI endSession, HttpsJwks keys) {}

    private final ProviderConfig config;
    private final ObjectMapper json;
    private volatile @Nullable Endpoints known;
    private volatile @Nullable HttpClient client;

    Provider(ProviderConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    boolean signsIn() {
        return config.issuer().isPresent() && config.clientId().isPresent();
    }

    boolean issuesTokens() {
        return config.issuer().isPresent() && config.audience().isPresent();
    }

    String issuer() {
        return config.issuer().orElseThrow(() -> new NotFound("provider", "oidc"));
    }

    /** @throws Busy if it does not answer, or not as it should */
    Endpoints endpoints() {
        var found = known;
        if (found == null) {
            found = discover();
            known = found;
        }
        return found;
    }

    private Endpoints discover() {
        var address = config.discoveryUrl().orElseGet(() -> issuer().replaceAll("/$", "") + WELL_KNOWN);
        var said = read(send(HttpRequest.newBuilder(URI.create(address))).body());
        if (!said.path("issuer").asText().equals(issuer())) {
            throw down("calls itself " + said.path("issuer"));
        }
        var keys = new HttpsJwks(said.path("jwks_uri").asText());
        keys.setRefreshReprieveThreshold(KEYS_ASKED_AT_MOST_EVERY_MILLIS);
        return new Endpoints(
                URI.create(said.path("authorization_endpoint").asText()),
                URI.create(said.path("token_endpoint").asText()),
                said.hasNonNull("end_session_endpoint")
                        ? URI.create(said.path("end_session_endpoint").asText())
                        : null,
                keys);
    }

    /** @throws Busy if there is no answer, or one that blames itself */
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client().send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                throw down("answered " + answer.statusCode());
            }
            return answer;
        } catch (IOException failure) {
            throw down(failure.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw down("was interrupted");
        }
    }

    JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (IOException unreadable) {
            throw down("answers something else than JSON");
        }
    }

    private static Busy down(String what) {
        LOG.warnf("The OIDC provider %s", what);
        return new Busy("provider-down", PATIENCE);
    }

    private HttpClient client() {
        var open = client;
        if (open == null) {
            open = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
            client = open;
        }
        return open;
    }
}
