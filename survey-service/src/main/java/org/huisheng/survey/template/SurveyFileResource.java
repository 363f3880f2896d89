package org.huisheng.survey.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.events.Side;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.definition.Measure;
import org.huisheng.survey.definition.SurveyDrafts;
import org.huisheng.survey.definition.SurveyDrafts.Content;
import org.jspecify.annotations.Nullable;

/** A survey as one file. */
@Path("/v1/survey-files")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("OFFICE")
@RunOnVirtualThread
class SurveyFileResource {

    private static final String FORMAT = "huisheng-survey/1";

    record SurveyFile(
            String format,
            String title,
            Side side,
            JsonNode definition,
            @Nullable List<Measure> measures) {}

    record SurveyView(UUID id, String title, Side side, JsonNode definition, List<Measure> measures) {
        static SurveyView of(Content survey) {
            return new SurveyView(survey.id(), survey.title(), survey.side(), survey.definition(), survey.measures());
        }
    }

    private final SurveyDrafts drafts;

    SurveyFileResource(SurveyDrafts drafts) {
        this.drafts = drafts;
    }

    /** The draft, or the version asked for. */
    @GET
    @Path("{survey}")
    @APIResponseSchema(SurveyFile.class)
    public Response write(UUID survey, @QueryParam("version") @Nullable Integer version) {
        var content = version == null ? drafts.require(survey) : drafts.require(survey, version);
        return Response.ok(new SurveyFile(
                        FORMAT, content.title(), content.side(), content.definition(), content.measures()))
                .header("Content-Disposition", "attachment; filename=\"survey.json\"")
                .build();
    }

    /** A new draft with what the file holds. Departments it names must exist here by the time it is published. */
    @POST
    @APIResponseSchema(value = SurveyView.class, responseCode = "201")
    public Response read(SurveyFile file, @Context UriInfo uri) {
        if (!file.format().equals(FORMAT)) {
            throw new Malformed(new Violation("/format", "unknown-format", FORMAT));
        }
        return created(
                drafts.create(
                        file.title(),
                        file.side(),
                        file.definition(),
                        file.measures() == null ? List.of() : file.measures()),
                uri);
    }

    /** A survey is read where surveys are. */
    static Response created(Content survey, UriInfo uri) {
        return Response.status(Response.Status.CREATED)
                .header("Location", uri.getBaseUri().getPath() + "v1/surveys/" + survey.id())
                .entity(SurveyView.of(survey))
                .build();
    }
}
