package org.huisheng.feedback.story;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.attachment.Download;
import org.huisheng.feedback.confirmation.QrCode;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.feedback.story.PublicStory.StoryLine;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The library for everybody. What is withdrawn is gone at once: whoever keeps a copy asks each time whether it stands. */
@Path("/v1/published-stories")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class PublishedStoryResource {

    private static final String ASK_AGAIN = "public, no-cache";

    private final ReadPublished readPublished;
    private final Download download;

    PublishedStoryResource(ReadPublished readPublished, Download download) {
        this.readPublished = readPublished;
        this.download = download;
    }

    /** @param ofMonth the story of the month that was chosen last @param next cursor of the following page, null on the last */
    record PublicStoryPage(
            @Nullable StoryLine ofMonth,
            List<StoryLine> items,
            @Nullable String next) {}

    /** All of them, or those in which the words stand that are looked for. */
    @GET
    @Parameter(name = "q", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @APIResponseSchema(PublicStoryPage.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response latest(@Context UriInfo uri, @Context Request request) {
        var query = QueryParameters.of(uri, "q", "limit", "cursor");
        var limit = Slice.limit(query);
        var slice = Slice.of(
                readPublished.latest(query.text("q").orElse(null), Slice.after(query), limit + 1),
                limit,
                line -> new Keyset(line.place().toString(), line.id()));
        return answer(new PublicStoryPage(readPublished.ofMonth().orElse(null), slice.items(), slice.next()), request);
    }

    @GET
    @Path("{slug}")
    @APIResponseSchema(PublicStory.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response one(String slug, @Context Request request) {
        return answer(readPublished.one(slug), request);
    }

    private static Response answer(Object body, Request request) {
        var tag = new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(FieldDigest.of(body)));
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(body) : unchanged)
                .tag(tag)
                .header("Cache-Control", ASK_AGAIN)
                .build();
    }

    @GET
    @Path("{slug}/pictures/{picture}")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            description = "The picture; a body shorter than announced is not what was stored",
            content = @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response picture(String slug, UUID picture, @Context Request request) throws IOException {
        var shown = readPublished.picture(slug, picture);
        var tag = new EntityTag(shown.fingerprint());
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged == null
                ? download.shown(shown, tag, ASK_AGAIN)
                : unchanged.tag(tag).header("Cache-Control", ASK_AGAIN).build();
    }

    @GET
    @Path("{slug}/qr.svg")
    @Produces("image/svg+xml")
    public RestResponse<String> svg(String slug) {
        return code(QrCode.svg(readPublished.address(slug)));
    }

    @GET
    @Path("{slug}/qr.png")
    @Produces("image/png")
    public RestResponse<byte[]> png(String slug) {
        return code(QrCode.png(readPublished.address(slug)));
    }

    private static <T> RestResponse<T> code(T image) {
        return ResponseBuilder.ok(image)
                .header("Cache-Control", ASK_AGAIN)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
