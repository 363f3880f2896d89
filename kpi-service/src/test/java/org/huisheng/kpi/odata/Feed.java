package org.huisheng.kpi.odata;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.huisheng.kit.testing.TestTokens;

/** A BI tool in front of the feed. */
final class Feed {

    static final String ROOT = "http://bi.example/odata/v4/";

    private Feed() {}

    static RequestSpecification as(String role) {
        return as(role, null);
    }

    static RequestSpecification as(String role, String department) {
        return given().basePath("/odata/v4/")
                .urlEncodingEnabled(false)
                .header("Authorization", TestTokens.bearer("somebody", department, role))
                .header("Accept-Language", "en")
                .header("X-Forwarded-Host", "bi.example")
                .header("X-Forwarded-Proto", "http");
    }

    static RequestSpecification analyst() {
        return as("ANALYST");
    }

    /** {@code Set?name=value&…} with the values encoded; an even number of texts after the first. */
    static String query(String path, String... options) {
        var query = new StringBuilder(path);
        for (var i = 0; i < options.length; i += 2) {
            query.append(i == 0 ? '?' : '&').append(options[i]).append('=').append(encoded(options[i + 1]));
        }
        return query.toString();
    }

    static String encoded(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
