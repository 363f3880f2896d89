package org.huisheng.survey.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.UnreadableJson;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Taking in responses. Public: the link's token is the permission. */
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

    record ReceiptView(String receipt, UUID responseId, Instant receivedAt) {}

    private final SubmitResponse submitResponse;
    private final SubmitBatch submitBatch;
    private final WithdrawResponse withdrawResponse;
    private final Receipts receipts;
    private final ObjectMapper json;

    ResponseResource(
            SubmitResponse submitResponse,
            SubmitBatch submitBatch,
            WithdrawResponse withdrawResponse,
            Receipts receipts,
            ObjectMapper json) {
        this.submitResponse = submitResponse;
        this.submitBatch = submitBatch;
        this.withdrawResponse = withdrawResponse;
        this.receipts = receipts;
        this.json = json;
    }

    /** Not on a virtual thread like the rest: it never blocks, and the hop would cost more than its work. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @NonBlocking
    public CompletionStage<RestResponse<ReceiptView>> submit(
            @RequestBody(content = @Content(schema = @Schema(implementation = SubmissionBody.class))) byte[] body) {
        var submission = SubmissionReader.read(parse(body));
        return submitResponse.submit(submission).thenApply(stored -> answer(submission, stored));
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
        return submitBatch.submit(parse(body), language);
    }

    /** Takes a response back, with everything that was derived from it. */
    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed("OFFICE")
    @RunOnVirtualThread
    public void withdraw(UUID id) {
        withdrawResponse.withdraw(id);
    }

    private RestResponse<ReceiptView> answer(Submission submission, Stored stored) {
        var receipt = receipts.receipt(stored.id());
        var view = new ReceiptView(receipt, submission.responseId(), stored.receivedAt());
        // The header as text: resolving a URI needs the request's context, which a commit's thread has not.
        return stored.fresh()
                ? ResponseBuilder.create(Status.CREATED, view)
                        .header(HttpHeaders.LOCATION, "/api/survey/v1/receipts/" + receipt)
                        .build()
                : RestResponse.ok(view);
    }

    private JsonNode parse(byte[] body) {
        try {
            var parsed = json.readTree(body);
            if (parsed == null || parsed.isMissingNode()) {
                throw new Malformed("malformed");
            }
            return parsed;
        } catch (JsonProcessingException malformed) {
            throw UnreadableJson.refusal(malformed);
        } catch (IOException notUtf8) {
            throw new Malformed("malformed");
        }
    }
}
