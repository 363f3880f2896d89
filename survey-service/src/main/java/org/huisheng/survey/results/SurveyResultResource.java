package org.huisheng.survey.results;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What all campaigns of a survey come to, over its versions. */
@Path("/v1/surveys/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SurveyResultResource {

    /** @param renamed names of the version before, each with its name in this one */
    record RenamedRequest(Map<String, String> renamed) {}

    private final ShowResults showResults;
    private final QuestionNames names;

    SurveyResultResource(ShowResults showResults, QuestionNames names) {
        this.showResults = showResults;
        this.names = names;
    }

    @GET
    @Path("results")
    @RolesAllowed({"OFFICE", "LEADER"})
    public Results results(
            UUID id,
            @Parameter(description = "campaign, version, station, month or side, or several with commas between them")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @QueryParam("station") @Nullable String station,
            @QueryParam("month") @Nullable String month)
            throws SQLException {
        return showResults.ofSurvey(id, Breakdown.dimensions(by), ResultResource.only(station, month));
    }

    @GET
    @Path("versions/{version}/renamed")
    @RolesAllowed("OFFICE")
    public RenamedRequest renamed(UUID id, int version) throws SQLException {
        return new RenamedRequest(names.renamed(id, version));
    }

    /** Says which questions a version only words anew, so that their trends go on. */
    @PUT
    @Path("versions/{version}/renamed")
    @RolesAllowed("OFFICE")
    public RenamedRequest rename(UUID id, int version, RenamedRequest request) throws SQLException {
        names.rename(id, version, request.renamed());
        return request;
    }
}
