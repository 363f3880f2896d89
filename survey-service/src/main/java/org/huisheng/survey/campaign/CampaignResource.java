package org.huisheng.survey.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.kit.web.EntityVersion;
import org.huisheng.survey.campaign.Links.Link;
import org.jspecify.annotations.Nullable;

/** Planning and running campaigns. */
@Path("/v1/campaigns")
@RolesAllowed("OFFICE")
@RunOnVirtualThread
class CampaignResource {

    /** @param department counts answers that name no department themselves */
    record Attribution(@Nullable String department) {}

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
            @Nullable Attribution attribution) {
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
                    attribution == null ? null : attribution.department());
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
            Attribution attribution) {
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
                    new Attribution(campaign.department()));
        }
    }

    record CampaignPage(List<CampaignView> items, @Nullable UUID next) {}

    record LinksRequest(int count, @Nullable String station) {}

    record LinkView(String token, String url, @Nullable String station) {}

    record LinkPage(List<LinkView> items, @Nullable String next) {}

    private final RunCampaign runCampaign;
    private final Campaigns campaigns;
    private final Links links;
    private final String publicUrl;

    CampaignResource(
            RunCampaign runCampaign,
            Campaigns campaigns,
            Links links,
            @ConfigProperty(name = "huisheng.public-url") String publicUrl) {
        this.runCampaign = runCampaign;
        this.campaigns = campaigns;
        this.links = links;
        this.publicUrl = publicUrl;
    }

    @POST
    public Response plan(PlanRequest request) {
        var campaign = runCampaign.plan(request.plan());
        return Response.created(URI.create("/api/survey/v1/campaigns/" + campaign.id()))
                .tag(EntityVersion.tag(campaign.lockVersion()))
                .entity(CampaignView.of(campaign))
                .build();
    }

    @GET
    public CampaignPage list(
            @QueryParam("cursor") @Nullable UUID cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        var size = Math.clamp(limit, 1, 200);
        var items = campaigns.page(cursor, size).stream().map(CampaignView::of).toList();
        return new CampaignPage(items, items.size() == size ? items.getLast().id() : null);
    }

    @GET
    @Path("{id}")
    public Response get(UUID id) {
        return withTag(campaigns.require(id));
    }

    @POST
    @Path("{id}/opening")
    public Response open(UUID id) {
        return withTag(runCampaign.open(id));
    }

    @POST
    @Path("{id}/closing")
    public Response close(UUID id) {
        return withTag(runCampaign.close(id));
    }

    @POST
    @Path("{id}/links")
    public Response makeLinks(UUID id, LinksRequest request) {
        var made = runCampaign.makeLinks(id, request.count(), request.station());
        return Response.created(URI.create("/api/survey/v1/campaigns/" + id + "/links"))
                .entity(new LinkPage(made.stream().map(this::view).toList(), null))
                .build();
    }

    @GET
    @Path("{id}/links")
    public LinkPage links(
            UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var size = Math.clamp(limit, 1, 200);
        var items = links.page(campaigns.require(id).id(), cursor, size);
        return new LinkPage(
                items.stream().map(this::view).toList(),
                items.size() == size ? items.getLast().token() : null);
    }

    private LinkView view(Link link) {
        return new LinkView(link.token(), publicUrl + "/s/" + link.token(), link.station());
    }

    private static Response withTag(Campaign campaign) {
        return Response.ok(CampaignView.of(campaign))
                .tag(EntityVersion.tag(campaign.lockVersion()))
                .build();
    }
}
