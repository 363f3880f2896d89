package org.huisheng.gateway.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.huisheng.gateway.provider.ProviderSignInTest.person;
import static org.huisheng.gateway.provider.ProviderSignInTest.someName;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.gateway.testing.Login;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** Who signs out at the provider, or is signed out there, is out here. */
@QuarkusTest
@QuarkusTestResource(value = StandInProvider.class, restrictToAnnotatedClass = true)
class ProviderSignOutTest extends GatewayTest {

    private static final String SIGN_OUT = "http://schemas.openid.net/event/backchannel-logout";

    private final String name = someName();
    private final String subject = "subject of " + name;
    private final String there = UUID.randomUUID().toString();

    @Test
    void the_session_that_ended_there_ends_here_and_others_stay() {
        var ended = signIn(name, there);
        var another = signIn(name, UUID.randomUUID().toString());
        var of = signIn(someName(), UUID.randomUUID().toString());

        told(claims -> claims.setStringClaim("sid", there))
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"));

        assertThat(isIn(ended)).isFalse();
        assertThat(isIn(another)).isTrue();
        assertThat(isIn(of)).isTrue();
        assertThat(actions()).contains("sign-out.provider");
    }

    @Test
    void who_is_out_everywhere_there_is_out_everywhere_here() {
        var one = signIn(name, there);
        var another = signIn(name, UUID.randomUUID().toString());
        var unnamed = signIn(name, null);

        told(claims -> claims.setSubject(subject)).statusCode(200);

        assertThat(List.of(one, another, unnamed)).noneMatch(this::isIn);
    }

    @Test
    void the_session_of_somebody_else_is_not_ended_by_its_name() {
        var session = signIn(name, there);

        told(claims -> {
                    claims.setSubject("somebody else");
                    claims.setStringClaim("sid", there);
                })
                .statusCode(200);

        assertThat(isIn(session)).isTrue();
    }

    @Test
    void only_what_the_provider_has_said_of_a_sign_out_just_now_counts() {
        var session = signIn(name, there);
        Consumer<JwtClaims> meant = claims -> claims.setSubject(subject);

        for (Consumer<JwtClaims> wrong : List.<Consumer<JwtClaims>>of(
                claims -> claims.setAudience("another-client"),
                claims -> claims.setIssuer("https://evil.example.org"),
                claims -> claims.setClaim("nonce", "of a sign-in"),
                claims -> claims.unsetClaim("events"),
                claims -> claims.setClaim("events", Map.of("http://schemas.openid.net/event/other", Map.of())),
                claims -> claims.unsetClaim("sub"),
                claims -> claims.setIssuedAt(minutesAgo(claims, 10)),
                claims -> claims.unsetClaim("iat"),
                claims -> claims.setExpirationTimeMinutesInTheFuture(-5))) {
            told(meant.andThen(wrong))
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:huisheng:problem:bad-logout-token"));
        }
        send(StandInProvider.signed(StandInProvider.newKey("one"), signOut(meant)))
                .statusCode(400);
        send("nonsense").statusCode(400);
        given().contentType("application/x-www-form-urlencoded")
                .post("/api/auth/v1/provider/sign-out")
                .then()
                .statusCode(400);

        assertThat(isIn(session)).isTrue();
    }

    private static NumericDate minutesAgo(JwtClaims claims, int minutes) {
        try {
            return NumericDate.fromSeconds(claims.getIssuedAt().getValue() - minutes * 60L);
        } catch (MalformedClaimException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ValidatableResponse told(Consumer<JwtClaims> what) {
        return send(StandInProvider.signed(StandInProvider.ownKey(), signOut(what)));
    }

    private static JwtClaims signOut(Consumer<JwtClaims> what) {
        return StandInProvider.claims(StandInProvider.CLIENT, claims -> {
            claims.setGeneratedJwtId();
            claims.setClaim("events", Map.of(SIGN_OUT, Map.of()));
            what.accept(claims);
        });
    }

    private static ValidatableResponse send(String logoutToken) {
        return given().formParam("logout_token", logoutToken)
                .post("/api/auth/v1/provider/sign-out")
                .then();
    }

    /** @return the session's cookie */
    private static String signIn(String name, String there) {
        Consumer<JwtClaims> session = claims -> {
            if (there != null) {
                claims.setStringClaim("sid", there);
            }
        };
        return ProviderSignInTest.signIn(person(name, "OFFICE", null).andThen(session))
                .cookie(ProviderSignInTest.SESSION);
    }

    private boolean isIn(String session) {
        return given().cookie(ProviderSignInTest.SESSION, session)
                        .get("/api/auth/v1/sessions/current")
                        .statusCode()
                == 200;
    }

    private List<String> actions() {
        return Login.admin()
                .get("/api/auth/v1/audit/entries?subject=" + name + "&limit=50")
                .path("items.action");
    }
}
