package org.huisheng.survey.definition;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.events.Side;
import org.huisheng.kit.web.EntityVersion;
import org.huisheng.kit.web.TypedQuery;
import org.huisheng.survey.definition.AuthorSurvey.Draft;
import org.jspecify.annotations.Nullable;

/** Writing surveys and publishing their versions. */
@Path("/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("OFFICE")
@RunOnVirtualThread
class SurveyResource {

    record CreateRequest(
            String title,
            Side side,
            JsonNode definition,
            @Nullable List<Measure> measures) {}

    record DraftRequest(
            String title, JsonNode definition, @Nullable List<Measure> measures) {}

    record SurveyView(
            UUID id,
            String title,
            Side side,
            @JsonRawValue String definition,
            @JsonRawValue String measures,
            int latestVersion,
            Instant createdAt) {
        static SurveyView of(Survey survey) {
            return new SurveyView(
                    survey.id(),
                    survey.title(),
                    survey.side(),
                    survey.definition(),
                    survey.measures(),
                    survey.latestVersion(),
                    survey.createdAt());
        }
    }

    /** @param id {@code <surveyId>/<version>}, unique like any other id */
    record VersionView(
            String id,
            UUID surveyId,
            int version,
            String title,
            Side side,
            @JsonRawValue String definition,
            @JsonRawValue String measures,
            Instant publishedAt) {
        static VersionView of(SurveyVersion version) {
            return new VersionView(
                    version.id().surveyId() + "/" + version.id().version(),
                    version.id().surveyId(),
                    version.id().version(),
                    version.title(),
                    version.side(),
                    version.definition(),
                    version.measures(),
                    version.publishedAt());
        }
    }

    record SurveyPage(List<SurveyView> items, @Nullable UUID next) {}

    private final AuthorSurvey authorSurvey;
    private final Surveys surveys;
    private final SurveyVersions versions;

    SurveyResource(AuthorSurvey authorSurvey, Surveys surveys, SurveyVersions versions) {
        this.authorSurvey = authorSurvey;
        this.surveys = surveys;
        this.versions = versions;
    }

    @POST
    @APIResponseSchema(value = SurveyView.class, responseCode = "201")
    public Response create(CreateRequest request, @Context UriInfo uri) {
        var survey = authorSurvey.create(
                new Draft(request.title(), request.definition(), orNone(request.measures())), request.side());
        return Response.status(Response.Status.CREATED)
                .header("Location", uri.getRequestUri().getPath() + "/" + survey.id())
                .tag(EntityVersion.tag(survey.lockVersion()))
                .entity(SurveyView.of(survey))
                .build();
    }

    @GET
    public SurveyPage list(
            @QueryParam("cursor") @Nullable UUID cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        var size = TypedQuery.limit(limit, 200);
        var items = surveys.page(cursor, size).stream().map(SurveyView::of).toList();
        return new SurveyPage(items, items.size() == size ? items.getLast().id() : null);
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(SurveyView.class)
    public Response get(UUID id) {
        return withTag(surveys.require(id));
    }

    @PUT
    @Path("{id}/draft")
    @APIResponseSchema(SurveyView.class)
    public Response redraft(UUID id, DraftRequest request, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return withTag(authorSurvey.redraft(
                id,
                new Draft(request.title(), request.definition(), orNone(request.measures())),
                EntityVersion.expected(ifMatch)));
    }

    @POST
    @Path("{id}/versions")
    @APIResponseSchema(value = VersionView.class, responseCode = "201")
    public Response publish(UUID id, @Context UriInfo uri) {
        var version = authorSurvey.publish(id);
        return Response.status(Response.Status.CREATED)
                .header(
                        "Location",
                        uri.getRequestUri().getPath() + "/" + version.id().version())
                .entity(VersionView.of(version))
                .build();
    }

    @GET
    @Path("{id}/versions/{version}")
    public VersionView version(UUID id, int version) {
        return VersionView.of(versions.require(id, version));
    }

    private static Response withTag(Survey survey) {
        return Response.ok(SurveyView.of(survey))
                .tag(EntityVersion.tag(survey.lockVersion()))
                .build();
    }

    private static List<Measure> orNone(@Nullable List<Measure> measures) {
        return measures == null ? List.of() : measures;
    }
}
