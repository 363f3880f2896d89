package org.huisheng.feedback.process;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.process.KeepProcesses.Whole;
import org.huisheng.feedback.process.ProcessJson.ProcessLine;
import org.huisheng.feedback.process.ProcessJson.ProcessPage;
import org.huisheng.feedback.process.ProcessJson.ProcessRequest;
import org.huisheng.feedback.process.ProcessJson.ProcessView;
import org.huisheng.feedback.process.Processes.Filter;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The register of processes. */
@Path("/v1/processes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProcessResource {

    private static final UUID NONE = new UUID(0, 0);

    private final KeepProcesses keepProcesses;

    ProcessResource(KeepProcesses keepProcesses) {
        this.keepProcesses = keepProcesses;
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "keyProcess", in = ParameterIn.QUERY, schema = @Schema(implementation = Boolean.class))
    @Parameter(name = "typicalBusiness", in = ParameterIn.QUERY, schema = @Schema(implementation = Boolean.class))
    @Parameter(name = "active", in = ParameterIn.QUERY, schema = @Schema(implementation = Boolean.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public ProcessPage all(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "department", "keyProcess", "typicalBusiness", "active", "limit", "cursor");
        var limit = Slice.limit(query);
        var after = Slice.after(query);
        var filter = new Filter(
                query.text("department").orElse(null),
                query.truth("keyProcess").orElse(null),
                query.truth("typicalBusiness").orElse(null),
                query.truth("active").orElse(null));
        var slice = Slice.of(
                keepProcesses.page(filter, after == null ? "" : after.key(), limit + 1),
                limit,
                process -> new Keyset(process.code(), NONE));
        return new ProcessPage(slice.items().stream().map(ProcessLine::of).toList(), slice.next());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<ProcessView> one(String code) {
        return answer(200, keepProcesses.one(code));
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Written anew")
    @APIResponseSchema(value = ProcessView.class, responseCode = "201")
    public RestResponse<ProcessView> keep(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ProcessRequest request) {
        var change = CompleteBody.required(request).check(code);
        var kept = keepProcesses.put(code, EntityVersion.expected(ifMatch), change);
        return answer(kept.isNew() ? 201 : 200, kept.process());
    }

    private static RestResponse<ProcessView> answer(int status, Whole process) {
        return ResponseBuilder.<ProcessView>create(status)
                .entity(ProcessView.of(process))
                .tag(EntityVersion.tag(process.version()))
                .build();
    }
}
