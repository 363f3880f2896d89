package org.huisheng.survey.response;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What else is done with responses; a single one is taken in by {@link SubmitRoute}. */
@Path("/v1/responses")
@Produces(MediaType.APPLICATION_JSON)
class ResponseResource {

    /** What a client posts; read by {@link SubmissionReader}. */
    record SubmissionBody(
            UUID responseId,
            String link,
            int version,
            ObjectNode answers,
            @Nullable OffsetDateTime startedAt,
            OffsetDateTime submittedAt,
            @Nullable String locale,
            Submission.@Nullable Device device) {}

    private final SubmitBatch submitBatch;
    private final WithdrawResponse withdrawResponse;
    private final ObjectMapper json;

    ResponseResource(SubmitBatch submitBatch, WithdrawResponse withdrawResponse, ObjectMapper json) {
        this.submitBatch = submitBatch;
        this.withdrawResponse = withdrawResponse;
        this.json = json;
    }

    @POST
    @Path("batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @RunOnVirtualThread
    public SubmitBatch.BatchView batch(
            @RequestBody(content = @Content(schema = @Schema(implementation = SubmitBatch.BatchBody.class)))
                    byte[] body,
            @HeaderParam("Accept-Language") @Nullable String language) {
        return submitBatch.submit(PostedJson.read(json, body), language);
    }

    /** Takes a response back, with everything that was derived from it. */
    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed("OFFICE")
    @RunOnVirtualThread
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public void withdraw(UUID id) {
        withdrawResponse.withdraw(id);
    }
}
