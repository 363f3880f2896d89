package org.huisheng.survey.poster;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.huisheng.survey.campaign.Links;
import org.huisheng.survey.campaign.RespondentPage;
import org.jspecify.annotations.Nullable;

/** Links for paper. */
@Path("/v1/campaigns/{id}")
@RolesAllowed("OFFICE")
@RunOnVirtualThread
class PosterResource {

    private static final int SMALLEST = 64;
    private static final int LARGEST = 2_048;

    private final KnownCampaigns campaigns;
    private final Links links;
    private final RespondentPage page;
    private final Poster poster;
    private final PosterLinks posterLinks;

    PosterResource(KnownCampaigns campaigns, Links links, RespondentPage page, Poster poster, PosterLinks posterLinks) {
        this.campaigns = campaigns;
        this.links = links;
        this.page = page;
        this.poster = poster;
        this.posterLinks = posterLinks;
    }

    @GET
    @Path("links/{token}/qr.svg")
    @Produces("image/svg+xml")
    @APIResponse(
            responseCode = "200",
            description = "The respondents' page as a QR code",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = SchemaType.STRING)))
    public Response svg(UUID id, String token) {
        return Response.ok(QrCode.of(address(id, token)).svg(), "image/svg+xml;charset=UTF-8")
                .build();
    }

    @GET
    @Path("links/{token}/qr.png")
    @Produces("image/png")
    @APIResponse(
            responseCode = "200",
            description = "The respondents' page as a QR code",
            content = @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response png(
            UUID id,
            String token,
            @Parameter(description = "side in pixels") @QueryParam("size") @DefaultValue("512") int size) {
        return Response.ok(QrCode.png(address(id, token), Math.clamp(size, SMALLEST, LARGEST)), "image/png")
                .build();
    }

    /** One page for each station that has a link, or one for the campaign. */
    @GET
    @Path("poster.pdf")
    @Produces("application/pdf")
    @APIResponse(
            responseCode = "200",
            description = "A4, a page a station",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response poster(
            UUID id,
            @Parameter(description = "a token: only its poster") @QueryParam("link") @Nullable String link,
            @Parameter(description = "only this station's poster") @QueryParam("station") @Nullable String station) {
        var campaign = campaigns.require(id);
        var printed = link == null ? posterLinks.of(campaign, station) : List.of(links.require(id, link));
        return Response.ok(poster.pdf(campaign, printed), "application/pdf")
                .header("Content-Disposition", "inline; filename=\"poster.pdf\"")
                .build();
    }

    private String address(UUID id, String token) {
        return page.of(links.require(campaigns.require(id).id(), token).token());
    }
}
