package org.huisheng.kpi.briefing;

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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.huisheng.kpi.briefing.content.ContentProposal;
import org.huisheng.kpi.briefing.content.ContentRules;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.web.Answers;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** Issues of the briefing: written by the office, approved by a leader, read by everybody. */
@Path("/v1/briefings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class BriefingResource {

    private final Briefings briefings;
    private final DraftBriefing draftBriefing;
    private final WriteBriefing writeBriefing;
    private final DiscardBriefing discardBriefing;
    private final MayRead mayRead;
    private final Caller caller;
    private final Answers answers;

    BriefingResource(
            Briefings briefings,
            DraftBriefing draftBriefing,
            WriteBriefing writeBriefing,
            DiscardBriefing discardBriefing,
            MayRead mayRead,
            Caller caller,
            Answers answers) {
        this.briefings = briefings;
        this.draftBriefing = draftBriefing;
        this.writeBriefing = writeBriefing;
        this.discardBriefing = discardBriefing;
        this.mayRead = mayRead;
        this.caller = caller;
        this.answers = answers;
    }

    /** @param period a month */
    record NewBriefing(String period) {}

    record BriefingLine(
            UUID id,
            String period,
            @Nullable Integer number,
            BriefingStatus status,
            String title,
            Instant changedAt,
            @Nullable Instant publishedAt,
            List<String> authors) {
        static BriefingLine of(Briefing briefing) {
            return new BriefingLine(
                    briefing.id(),
                    briefing.period(),
                    briefing.number(),
                    briefing.status(),
                    BriefingView.content(briefing).title(),
                    briefing.changedAt(),
                    briefing.publishedAt(),
                    briefing.authors().stream().sorted().toList());
        }
    }

    /** Only for the API's description. */
    record BriefingPage(List<BriefingLine> items, @Nullable String next) {}

    /** The newest month first; whoever does not make them sees those that are out. */
    @GET
    @APIResponseSchema(BriefingPage.class)
    public Response list(
            @QueryParam("status") @Nullable BriefingStatus status,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request request) {
        mayRead.require();
        var size = Page.size(limit);
        var shown = mayRead.drafts() ? status : BriefingStatus.PUBLISHED;
        var rows = briefings.list(shown, Page.key(cursor), size + 1);
        return answers.json(Page.of(rows, size, Briefing::period).map(BriefingLine::of), request);
    }

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponseSchema(value = BriefingView.class, responseCode = "201")
    public Response draft(NewBriefing body, @Context UriInfo uri) {
        var month = Period.parse(body.period());
        if (!month.first().equals(month.last())) {
            throw new Malformed("bad-period");
        }
        var briefing = draftBriefing.draft(month, caller.name());
        return Response.status(Status.CREATED)
                .header("Location", uri.getRequestUri().getPath() + "/" + briefing.id())
                .tag(EntityVersion.tag(briefing.version()))
                .entity(BriefingView.of(briefing))
                .build();
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(BriefingView.class)
    public Response one(UUID id) {
        return BriefingStepResource.answer(mayRead.require(briefings.require(id), id));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.OFFICE)
    @APIResponseSchema(BriefingView.class)
    public Response write(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ContentProposal proposal) {
        var expected = BriefingStepResource.expected(ifMatch);
        var content = ContentRules.check(CompleteBody.required(proposal));
        return BriefingStepResource.answer(writeBriefing.write(id, expected, content, caller.name()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.OFFICE)
    public void discard(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        discardBriefing.discard(id, BriefingStepResource.expected(ifMatch));
    }
}
