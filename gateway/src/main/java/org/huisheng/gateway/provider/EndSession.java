package org.huisheng.gateway.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.gateway.session.SignOutElsewhere;
import org.huisheng.kit.problem.DomainException.Busy;

/** Sends a browser to the provider to sign out there, and back to where people sign in (OpenID Connect RP-Initiated Logout). */
@ApplicationScoped
class EndSession implements SignOutElsewhere {

    private static final String BACK = "/console/sign-in";

    private final Provider provider;
    private final ProviderConfig config;
    private final String back;

    EndSession(
            Provider provider, ProviderConfig config, @ConfigProperty(name = "huisheng.public-url") String publicUrl) {
        this.provider = provider;
        this.config = config;
        this.back = publicUrl.replaceAll("/+$", "") + BACK;
    }

    /** Nowhere, too, when the provider does not answer: who signs out here has to be out here whatever happens. */
    @Override
    public Optional<String> address(String idToken) {
        if (!provider.signsIn()) {
            return Optional.empty();
        }
        try {
            var endpoint = provider.endpoints().endSession();
            if (endpoint == null) {
                return Optional.empty();
            }
            var parameters = new LinkedHashMap<String, String>();
            parameters.put("client_id", config.clientId().orElseThrow());
            parameters.put("id_token_hint", idToken);
            parameters.put("post_logout_redirect_uri", back);
            return Optional.of(AuthorizationCode.with(parameters, endpoint));
        } catch (Busy down) {
            return Optional.empty();
        }
    }
}
