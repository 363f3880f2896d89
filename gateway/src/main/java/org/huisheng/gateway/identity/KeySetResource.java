package org.huisheng.gateway.identity;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public halves of the signing keys (RFC 7517), for whoever verifies tokens. */
@Path("/.well-known/jwks.json")
@PermitAll
@Tag(name = "identity")
class KeySetResource {

    record KeySet(List<Key> keys) {}

    record Key(String kty, String use, String alg, String kid, String n, String e) {
        static Key of(SigningKey key) {
            return new Key(
                    "RSA",
                    "sig",
                    "RS256",
                    key.id().toString(),
                    unsigned(key.publicKey().getModulus()),
                    unsigned(key.publicKey().getPublicExponent()));
        }

        private static String unsigned(BigInteger number) {
            var bytes = number.toByteArray();
            var sign = bytes[0] == 0 ? 1 : 0;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
        }
    }

    private final SigningKeys keys;

    KeySetResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Public keys of the embedded issuer")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = KeySet.class)))
    public Response keySet() {
        return Response.ok(new KeySet(keys.all().stream().map(Key::of).toList()))
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
