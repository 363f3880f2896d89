package org.huisheng.survey.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.web.EntityVersion;
import org.huisheng.kit.web.TypedQuery;
import org.huisheng.survey.campaign.Links.Link;
import org.jspecify.annotations.Nullable;

/** Planning and running campaigns. */
@Path("/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("OFFICE")
@RunOnVirtualThread
class CampaignResource {

    /** @param department counts answers that name no department themselves */
    record Attribution(@Nullable String department) {}

    /**
     * @param graceDays for how many days after the end answers are taken that were given before it, by somebody who had no
     *     network then; none when absent
     */
    record PlanRequest(
            UUID surveyId,
            int version,
            String name,
            OffsetDateTime opensAt,
            OffsetDateTime closesAt,
            boolean anonymous,
            @Nullable Integer invited,
            @Nullable Integer quota,
            @Nullable List<String> stations,
            @Nullable Access access,
            @Nullable Attribution attribution,
            @Nullable Integer graceDays) {
        Campaign.Plan plan() {
            return new Campaign.Plan(
                    surveyId,
                    version,
                    name,
                    opensAt.toInstant(),
                    closesAt.toInstant(),
                    anonymous,
                    access == null ? Access.OPEN : access,
                    invited,
                    quota,
                    stations == null ? List.of() : stations,
                    attribution == null ? null : attribution.department(),
                    graceDays);
        }
    }

    record CampaignView(
            UUID id,
            UUID surveyId,
            int version,
            String name,
            CampaignStatus status,
            Instant opensAt,
            Instant closesAt,
            boolean anonymous,
            @Nullable Integer invited,
            @Nullable Integer quota,
            List<String> stations,
            Access access,
            Attribution attribution,
            @Nullable Integer graceDays,
            @Nullable Instant closedAt) {
        static CampaignView of(Campaign campaign) {
            return new CampaignView(
                    campaign.id(),
                    campaign.surveyId(),
                    campaign.version(),
                    campaign.name(),
                    campaign.status(),
                    campaign.opensAt(),
                    campaign.closesAt(),
                    campaign.anonymous(),
                    campaign.invited(),
                    campaign.quota(),
                    campaign.stations(),
                    campaign.access(),
                    new Attribution(campaign.department()),
                    campaign.graceDays(),
                    campaign.closedAt());
        }
    }

    record CampaignPage(List<CampaignView> items, @Nullable UUID next) {}

    record LinksRequest(int count, @Nullable String station) {}

    record LinkView(String token, String url, @Nullable String station) {}

    record LinkPage(List<LinkView> items, @Nullable String next) {}

    private final RunCampaign runCampaign;
    private final Campaigns campaigns;
    private final Links links;
    private final LinkExport linkExport;
    private final RespondentPage page;

    CampaignResource(
            RunCampaign runCampaign, Campaigns campaigns, Links links, LinkExport linkExport, RespondentPage page) {
        this.runCampaign = runCampaign;
        this.campaigns = campaigns;
        this.links = links;
        this.linkExport = linkExport;
        this.page = page;
    }

    @POST
    @APIResponseSchema(value = CampaignView.class, responseCode = "201")
    public Response plan(PlanRequest request, @Context UriInfo uri) {
        var campaign = runCampaign.plan(request.plan());
        return Response.status(Response.Status.CREATED)
                .header("Location", uri.getRequestUri().getPath() + "/" + campaign.id())
                .tag(EntityVersion.tag(campaign.lockVersion()))
                .entity(CampaignView.of(campaign))
                .build();
    }

    @GET
    @RolesAllowed({"OFFICE", "LEADER"})
    public CampaignPage list(
            @QueryParam("cursor") @Nullable UUID cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        var size = TypedQuery.limit(limit, 200);
        var items = campaigns.page(cursor, size).stream().map(CampaignView::of).toList();
        return new CampaignPage(items, items.size() == size ? items.getLast().id() : null);
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(CampaignView.class)
    public Response get(UUID id) {
        return withTag(campaigns.require(id));
    }

    /** Changes a draft; once people can have answered, nothing they were told changes any more. */
    @PUT
    @Path("{id}")
    @APIResponseSchema(CampaignView.class)
    public Response replan(UUID id, PlanRequest request, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return withTag(runCampaign.replan(id, request.plan(), EntityVersion.expected(ifMatch)));
    }

    /** From now on the campaign opens by itself at {@code opensAt}, and closes at {@code closesAt}. */
    @POST
    @Path("{id}/scheduling")
    @APIResponseSchema(CampaignView.class)
    public Response schedule(UUID id) {
        return withTag(runCampaign.schedule(id));
    }

    @DELETE
    @Path("{id}/scheduling")
    @APIResponseSchema(CampaignView.class)
    public Response unschedule(UUID id) {
        return withTag(runCampaign.unschedule(id));
    }

    @POST
    @Path("{id}/opening")
    @APIResponseSchema(CampaignView.class)
    public Response open(UUID id) {
        return withTag(runCampaign.open(id));
    }

    @POST
    @Path("{id}/closing")
    @APIResponseSchema(CampaignView.class)
    public Response close(UUID id) {
        return withTag(runCampaign.close(id));
    }

    @POST
    @Path("{id}/links")
    @APIResponseSchema(value = LinkPage.class, responseCode = "201")
    public Response makeLinks(UUID id, LinksRequest request, @Context UriInfo uri) {
        var made = runCampaign.makeLinks(id, request.count(), request.station());
        return Response.status(Response.Status.CREATED)
                .header("Location", uri.getRequestUri().getPath())
                .entity(new LinkPage(made.stream().map(this::view).toList(), null))
                .build();
    }

    @GET
    @Path("{id}/links")
    @Produces(MediaType.APPLICATION_JSON)
    public LinkPage links(
            UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (cursor != null && !Links.isToken(cursor)) {
            throw new Malformed("bad-cursor");
        }
        var size = TypedQuery.limit(limit, 200);
        var items = links.page(campaigns.require(id).id(), cursor, size);
        return new LinkPage(
                items.stream().map(this::view).toList(),
                items.size() == size ? items.getLast().token() : null);
    }

    /** All links at once, as a table. */
    @GET
    @Path("{id}/links")
    @Produces("text/csv;qs=0.5")
    @APIResponse(
            responseCode = "200",
            description = "token, url, station",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response linksAsCsv(UUID id) {
        return download(linkExport.csv(campaigns.require(id).id()), "text/csv;charset=UTF-8", "links.csv");
    }

    /** All links at once, a JSON object a line. */
    @GET
    @Path("{id}/links")
    @Produces("application/x-ndjson;qs=0.4")
    @APIResponse(
            responseCode = "200",
            description = "A link a line",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)))
    public Response linksAsLines(UUID id) {
        return download(linkExport.lines(campaigns.require(id).id()), "application/x-ndjson", "links.ndjson");
    }

    private static Response download(StreamingOutput content, String type, String name) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private LinkView view(Link link) {
        return new LinkView(link.token(), page.of(link.token()), link.station());
    }

    private static Response withTag(Campaign campaign) {
        return Response.ok(CampaignView.of(campaign))
                .tag(EntityVersion.tag(campaign.lockVersion()))
                .build();
    }
}
