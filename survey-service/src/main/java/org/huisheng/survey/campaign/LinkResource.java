package org.huisheng.survey.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.events.Side;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.web.EntityVersion;

/** What a respondent's client needs to show the questionnaire. Public: the token is the permission. */
@Path("/v1/links/{token}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class LinkResource {

    /** @param singleUse whether the link takes one answer only, so that a page does not offer to give another */
    record LinkTargetView(
            UUID campaignId,
            String campaign,
            Side side,
            int version,
            JsonNode definition,
            List<String> locales,
            boolean anonymous,
            Instant closesAt,
            boolean singleUse,
            LinkState state) {}

    private final Links links;
    private final ObjectMapper json;
    private final Clock clock;

    LinkResource(Links links, ObjectMapper json, Clock clock) {
        this.links = links;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @APIResponseSchema(LinkTargetView.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response get(String token, @Context Request request) {
        var target = links.findFresh(token).orElseThrow(() -> new NotFound("link", token));
        var body = bytes(new LinkTargetView(
                target.campaignId(),
                target.campaign(),
                target.version().side(),
                target.version().version(),
                target.version().definition(),
                target.version().locales(),
                target.anonymous(),
                target.closesAt(),
                target.access() == Access.SINGLE_USE,
                target.state(clock.instant())));
        var tag = tag(body);
        var unchanged = EntityVersion.unchanged(request, tag);
        var response = unchanged == null
                ? Response.ok(body, MediaType.APPLICATION_JSON_TYPE).tag(tag)
                : unchanged;
        return response.cacheControl(revalidate()).build();
    }

    private byte[] bytes(LinkTargetView view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static EntityTag tag(byte[] body) {
        try {
            return new EntityTag(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** May be kept, but its state is asked for each time. */
    private static CacheControl revalidate() {
        var control = new CacheControl();
        control.setNoCache(true);
        return control;
    }
}
