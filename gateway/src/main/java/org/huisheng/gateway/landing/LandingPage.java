package org.huisheng.gateway.landing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The page in both languages, rendered once. Its style is inside and named by digest, so it needs nothing else. */
@ApplicationScoped
class LandingPage {

    private final Map<Locale, String> pages;
    private final String contentSecurityPolicy;

    LandingPage(@ConfigProperty(name = "huisheng.public-url") String publicUrl) throws IOException {
        var style = read("landing.css");
        var address = publicUrl.replaceAll("/+$", "").replaceAll("[<>&\"']", "");
        pages = Map.of(
                Locale.SIMPLIFIED_CHINESE, render("landing.html", style, address),
                Locale.ENGLISH, render("landing_en.html", style, address));
        contentSecurityPolicy = "default-src 'none'; style-src 'sha256-" + digest(style)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    String in(Locale locale) {
        return Objects.requireNonNull(pages.get(locale));
    }

    String contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    private static String render(String file, String style, String address) throws IOException {
        return read(file).replace("{style}", style).replace("{address}", address);
    }

    private static String read(String file) throws IOException {
        try (var resource = Thread.currentThread().getContextClassLoader().getResourceAsStream("landing/" + file)) {
            return new String(Objects.requireNonNull(resource, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String digest(String style) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha256);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
