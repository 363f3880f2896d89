package org.huisheng.survey.answers;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.web.TypedQuery;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.jspecify.annotations.Nullable;

/** The responses to a campaign: in pages as JSON, whole as CSV or XLSX. */
@Path("/v1/campaigns/{id}/responses")
@RolesAllowed("OFFICE")
@ReadsPersonalData
@RunOnVirtualThread
class AnswerResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    record AnswerPage(List<GivenAnswers> items, @Nullable String next) {}

    private final KnownCampaigns campaigns;
    private final CampaignAnswers answers;
    private final AnswerTable table;

    AnswerResource(KnownCampaigns campaigns, CampaignAnswers answers, AnswerTable table) {
        this.campaigns = campaigns;
        this.answers = answers;
        this.table = table;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public AnswerPage list(
            UUID id, @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") int limit)
            throws SQLException {
        var page = answers.page(campaigns.require(id), Place.of(cursor), TypedQuery.limit(limit, 500));
        return new AnswerPage(
                page.items(), page.next() == null ? null : page.next().cursor());
    }

    @GET
    @Produces("text/csv;qs=0.5")
    @APIResponse(
            responseCode = "200",
            description =
                    "A response a row, with headers in the language asked for, as the definition names questions if none is;"
                            + " texts that a spreadsheet would take for a formula begin with an apostrophe",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response csv(UUID id, @HeaderParam("Accept-Language") @Nullable String language) {
        return download(table.csv(campaigns.require(id), language), "text/csv;charset=UTF-8", "responses.csv");
    }

    @GET
    @Produces(XLSX + ";qs=0.4")
    @APIResponse(
            responseCode = "200",
            description =
                    "A response a row, with headers in the language asked for, as the definition names questions if none is",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response xlsx(UUID id, @HeaderParam("Accept-Language") @Nullable String language) {
        return download(table.xlsx(campaigns.require(id), language), XLSX, "responses.xlsx");
    }

    private static Response download(StreamingOutput content, String type, String name) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
