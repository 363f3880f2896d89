package org.huisheng.gateway.provider;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** An OpenID Connect provider, if there is one. */
@ConfigMapping(prefix = "huisheng.oidc")
interface ProviderConfig {

    /** Its {@code iss}; where its discovery document is, too, unless that is said. */
    Optional<String> issuer();

    /** Where to ask it from here, when people's browsers reach it at another address than the gateway. */
    Optional<String> discoveryUrl();

    /** The gateway, as the provider knows it. Without one nobody signs in by the provider in a browser. */
    Optional<String> clientId();

    /** Without one the client is a public one, and PKCE alone keeps the code. */
    Optional<String> clientSecret();

    @WithDefault("openid profile")
    String scope();

    /** What has to be in {@code aud} of tokens that programs bring. Without one they are not taken. */
    Optional<String> audience();

    /** Claims; those inside others by their way there, {@code realm_access/roles}. */
    Claims claims();

    @WithDefault("PT30S")
    Duration tokenMemory();

    /** Names of claims. */
    interface Claims {
        @WithDefault("preferred_username")
        String username();

        @WithDefault("name")
        String name();

        @WithDefault("groups")
        String roles();

        @WithDefault("department")
        String department();
    }
}
