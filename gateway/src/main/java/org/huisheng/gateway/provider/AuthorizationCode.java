package org.huisheng.gateway.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.kit.problem.DomainException.NotAuthenticated;
import org.jboss.logging.Logger;

/** Sends a browser to the provider, and trades the code it comes back with for an ID token (RFC 6749, 7636). */
@ApplicationScoped
class AuthorizationCode {

    private static final Logger LOG = Logger.getLogger(AuthorizationCode.class);
    private static final String CALLBACK = "/api/auth/v1/provider/callback";

    private final Provider provider;
    private final ProviderConfig config;
    private final String callback;

    AuthorizationCode(
            Provider provider, ProviderConfig config, @ConfigProperty(name = "huisheng.public-url") String publicUrl) {
        this.provider = provider;
        this.config = config;
        this.callback = publicUrl.replaceAll("/+$", "") + CALLBACK;
    }

    URI request(Handshake handshake) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", client());
        parameters.put("redirect_uri", callback);
        parameters.put("scope", config.scope());
        parameters.put("state", handshake.state());
        parameters.put("nonce", handshake.nonce());
        parameters.put("code_challenge", handshake.challenge());
        parameters.put("code_challenge_method", "S256");
        return URI.create(with(parameters, provider.endpoints().authorization()));
    }

    /** @return the ID token @throws NotAuthenticated if the provider does not take the code for one of its own */
    String redeem(String code, Handshake handshake) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", callback);
        parameters.put("client_id", client());
        parameters.put("code_verifier", handshake.verifier());
        var request = HttpRequest.newBuilder(provider.endpoints().token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form(parameters)));
        config.clientSecret().ifPresent(secret -> request.header("Authorization", basic(secret)));
        var answer = provider.send(request);
        var said = provider.read(answer.body());
        if (answer.statusCode() != 200 || !said.path("id_token").isTextual()) {
            LOG.warnf(
                    "The OIDC provider gave no ID token: %s", said.path("error").asText());
            throw refused();
        }
        return said.path("id_token").asText();
    }

    static NotAuthenticated refused() {
        return new NotAuthenticated("sign-in-failed", "Bearer realm=\"huisheng\"");
    }

    static String with(Map<String, String> parameters, URI endpoint) {
        return endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + form(parameters);
    }

    private String client() {
        return config.clientId().orElseThrow();
    }

    private String basic(String secret) {
        var pair = encoded(client()) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
