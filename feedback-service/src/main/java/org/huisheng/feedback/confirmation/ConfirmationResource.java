package org.huisheng.feedback.confirmation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.huisheng.feedback.attachment.Attachment;
import org.huisheng.feedback.attachment.Download;
import org.huisheng.feedback.casework.Resolution;
import org.huisheng.feedback.casework.StepKind;
import org.huisheng.feedback.casework.TimelineEntry;
import org.huisheng.feedback.confirmation.Confirmation.State;
import org.huisheng.feedback.confirmation.ReadConfirmation.Question;
import org.huisheng.feedback.link.LinkToken;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** For the stakeholder, who has a link and no account. */
@Path("/v1/confirmations/{token}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class ConfirmationResource {

    private final ReadConfirmation readConfirmation;
    private final AnswerConfirmation answerConfirmation;
    private final Download download;

    ConfirmationResource(ReadConfirmation readConfirmation, AnswerConfirmation answerConfirmation, Download download) {
        this.readConfirmation = readConfirmation;
        this.answerConfirmation = answerConfirmation;
        this.download = download;
    }

    /** A link that is no longer good for an answer shows its state and nothing of the case. */
    record QuestionView(
            State state,
            Instant expiresAt,
            @Nullable String title,
            @Nullable String departmentName,
            @Nullable String actionTaken,
            List<PublicStep> steps,
            List<FileView> attachments) {

        static QuestionView of(Question question, Locale locale) {
            var expiresAt = question.confirmation().expiresAt();
            return switch (question.state()) {
                case EXPIRED, SUPERSEDED, CLOSED ->
                    new QuestionView(question.state(), expiresAt, null, null, null, List.of(), List.of());
                case OPEN, CONFIRMED, DISPUTED ->
                    new QuestionView(
                            question.state(),
                            expiresAt,
                            question.matter().title(),
                            question.department().name(locale),
                            question.asked()
                                    .resolution()
                                    .map(Resolution::actionTaken)
                                    .orElse(null),
                            question.steps().stream()
                                    .map(step -> PublicStep.of(
                                            step, question.confirmation().isOfDuplicate()))
                                    .toList(),
                            question.attachments().stream().map(FileView::of).toList());
            };
        }
    }

    record FileView(UUID id, String name, String mediaType, long size) {
        static FileView of(Attachment attachment) {
            return new FileView(attachment.id(), attachment.name(), attachment.mediaType(), attachment.size());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PublicStep(Instant at, StepKind step, @Nullable String note) {
        /** @param anothers whether the words were meant for, or said by, another stakeholder */
        static PublicStep of(TimelineEntry entry, boolean anothers) {
            return new PublicStep(
                    entry.at(),
                    entry.step(),
                    anothers ? null : entry.publicNote().orElse(null));
        }
    }

    @GET
    public RestResponse<QuestionView> read(
            String token, @HeaderParam("Accept-Language") @Nullable String acceptLanguage) {
        return answer(readConfirmation.read(new LinkToken(token)), acceptLanguage);
    }

    @GET
    @Path("attachments/{id}")
    @Produces(MediaType.WILDCARD)
    @APIResponse(
            responseCode = "200",
            description = "A file that is meant for the stakeholder",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response attachment(String token, UUID id) throws IOException {
        return download.of(readConfirmation.attachment(new LinkToken(token), id));
    }

    @POST
    public RestResponse<QuestionView> answer(
            String token,
            @HeaderParam("Accept-Language") @Nullable String acceptLanguage,
            @Nullable AnswerRequest request) {
        var answer = CompleteBody.required(request).check();
        return answer(answerConfirmation.answer(new LinkToken(token), answer), acceptLanguage);
    }

    private static RestResponse<QuestionView> answer(Question question, @Nullable String acceptLanguage) {
        return ResponseBuilder.ok(QuestionView.of(question, ProblemTexts.negotiate(acceptLanguage)))
                .header("Cache-Control", "no-store")
                .build();
    }
}
