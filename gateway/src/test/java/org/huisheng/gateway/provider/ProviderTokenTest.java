package org.huisheng.gateway.provider;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.huisheng.gateway.provider.ProviderSignInTest.person;
import static org.huisheng.gateway.provider.ProviderSignInTest.someName;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.huisheng.gateway.testing.GatewayTest;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** What a program got from the provider is a token of ours by the time a service sees it. */
@QuarkusTest
@QuarkusTestResource(value = StandInProvider.class, restrictToAnnotatedClass = true)
class ProviderTokenTest extends GatewayTest {

    @Test
    void a_service_sees_a_token_of_ours_that_says_the_same() {
        var name = someName();

        var seen = payload(behindTheGateway(StandInProvider.token(person(name, "LIAISON", "DIST"))));

        assertThat(seen.getString("iss")).isEqualTo("huisheng");
        assertThat(seen.getString("sub")).isEqualTo(name);
        assertThat(seen.getJsonArray("groups").getList()).containsExactly("LIAISON");
        assertThat(seen.getString("department")).isEqualTo("DIST");
        assertThat(seen.getLong("exp") - seen.getLong("iat")).isEqualTo(300);
    }

    @Test
    void the_gateway_s_own_endpoints_take_it_too() {
        users(StandInProvider.token(person(someName(), "ADMIN", null))).statusCode(200);
        users(StandInProvider.token(person(someName(), "OFFICE", null))).statusCode(403);
    }

    @Test
    void what_the_provider_did_not_sign_for_us_stays_what_it_is() {
        var admin = person(someName(), "ADMIN", null);
        var good = StandInProvider.claims(StandInProvider.AUDIENCE, admin);
        for (var token : List.of(
                StandInProvider.signed(StandInProvider.newKey("one"), good),
                StandInProvider.signed(StandInProvider.newKey("unheard of"), good),
                StandInProvider.signed(StandInProvider.ownKey(), StandInProvider.claims("another-api", admin)),
                // An ID token is about somebody, not for us.
                StandInProvider.signed(StandInProvider.ownKey(), StandInProvider.claims(StandInProvider.CLIENT, admin)),
                with(admin, claims -> claims.setExpirationTimeMinutesInTheFuture(-2)),
                with(admin, claims -> claims.setNotBeforeMinutesInThePast(-2)),
                with(admin, claims -> claims.unsetClaim("exp")),
                with(admin, claims -> claims.unsetClaim("sub")),
                unsigned(good))) {
            assertThat(behindTheGateway(token)).isEqualTo(token);
            users(token).statusCode(401);
        }
    }

    @Test
    void whoever_is_nobody_here_is_told_so() {
        given().header("Authorization", "Bearer " + StandInProvider.token(person(someName(), "guest", null)))
                .get("/api/kpi/v1/echo")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:no-role-here"));
    }

    private static String with(Consumer<JwtClaims> person, Consumer<JwtClaims> change) {
        return StandInProvider.token(person.andThen(change));
    }

    private static String unsigned(JwtClaims claims) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8)) + "."
                + encoder.encodeToString(claims.toJson().getBytes(UTF_8)) + ".";
    }

    private static String behindTheGateway(String token) {
        var authorization = given().header("Authorization", "Bearer " + token)
                .get("/api/kpi/v1/echo")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .<String>path("headers.authorization[0]");
        return authorization.substring("Bearer ".length());
    }

    private static ValidatableResponse users(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/auth/v1/users")
                .then();
    }

    private static JsonObject payload(String token) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8));
    }
}
