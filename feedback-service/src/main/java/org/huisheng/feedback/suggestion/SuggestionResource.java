package org.huisheng.feedback.suggestion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.category.Categories.Choice;
import org.huisheng.feedback.confirmation.Answer.Outcome;
import org.huisheng.feedback.confirmation.AnswerRequest;
import org.huisheng.feedback.confirmation.QrCode;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.suggestion.Suggestion.Language;
import org.huisheng.feedback.suggestion.Suggestion.Wish;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The suggestion box. Whoever puts something in has a receipt code and no account; it never stands in an address. */
@Path("/v1/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class SuggestionResource {

    private static final UUID NONE = new UUID(0, 0);

    private final PutIntoBox putIntoBox;
    private final AddWord addWord;
    private final ReadDialogue readDialogue;

    SuggestionResource(PutIntoBox putIntoBox, AddWord addWord, ReadDialogue readDialogue) {
        this.putIntoBox = putIntoBox;
        this.addWord = addWord;
        this.readDialogue = readDialogue;
    }

    record SuggestionRequest(
            @Nullable UUID id,
            @Nullable String text,
            @Nullable String category,
            @Nullable String locale) {

        Wish check(Checks checks) {
            var language = checks.required("/locale", locale, Language.ZH_CN.tag());
            if (Language.tagged(language).isEmpty()) {
                checks.add("/locale", "unknown-locale");
            }
            return new Wish(
                    checks.text("/text", text, 4000),
                    category == null ? Suggestion.CATEGORY : checks.code("/category", category),
                    Language.tagged(language).orElse(Language.ZH_CN));
        }

        @Override
        public String toString() {
            return "SuggestionRequest[…]";
        }
    }

    /** @param passedOnAt when it reaches the office, or a moment later */
    record ReceiptView(String code, LocalDate day, Instant passedOnAt) {
        @Override
        public String toString() {
            return "ReceiptView[…]";
        }
    }

    record ChoiceList(List<Choice> items) {}

    record MessageRequest(@Nullable UUID id, @Nullable String text) {}

    /** @param attempt which resolution it is about, as the question said */
    record VerdictRequest(
            @Nullable Integer attempt,
            @Nullable Outcome outcome,
            @Nullable Integer rating,
            @Nullable String comment,
            @Nullable String reason) {}

    @POST
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = ReceiptView.class, responseCode = "201")
    public RestResponse<ReceiptView> put(@Nullable SuggestionRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var id = checks.required("/id", wanted.id(), NONE);
        var wish = wanted.check(checks);
        checks.passed();
        var put = putIntoBox.put(id, wish);
        return ResponseBuilder.<ReceiptView>create(put.isNew() ? 201 : 200)
                .entity(new ReceiptView(put.code().readable(), put.day(), put.passedOnAt()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** What a suggestion may be about. The first one says nothing: it is taken where none is named. */
    @GET
    @Path("categories")
    public RestResponse<ChoiceList> categories() {
        return ResponseBuilder.ok(new ChoiceList(putIntoBox.choices()))
                .header("Cache-Control", "public, max-age=60")
                .build();
    }

    @GET
    @Path("dialogue")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RestResponse<DialogueView> dialogue(
            @HeaderParam("Receipt-Code") @Nullable String code,
            @HeaderParam("Accept-Language") @Nullable String acceptLanguage,
            @Context UriInfo uri) {
        var after = QueryParameters.of(uri, "cursor").number("cursor", 0, Integer.MAX_VALUE);
        return answer(read(code), after.orElse(0), acceptLanguage);
    }

    /** The address of the page with the code in its fragment, which browsers send to nobody. */
    @GET
    @Path("dialogue/qr.svg")
    @Produces("image/svg+xml")
    public RestResponse<String> qrCode(@HeaderParam("Receipt-Code") @Nullable String code) {
        return ResponseBuilder.ok(QrCode.svg(readDialogue.address(read(code))))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @POST
    @Path("dialogue/messages")
    public RestResponse<DialogueView> message(
            @HeaderParam("Receipt-Code") @Nullable String code,
            @HeaderParam("Accept-Language") @Nullable String acceptLanguage,
            @Nullable MessageRequest request) {
        var said = CompleteBody.required(request);
        var checks = new Checks();
        var id = checks.required("/id", said.id(), NONE);
        var text = checks.text("/text", said.text(), 2000);
        checks.passed();
        var receipt = read(code);
        addWord.message(receipt, id, text);
        return answer(receipt, 0, acceptLanguage);
    }

    @POST
    @Path("dialogue/verdict")
    public RestResponse<DialogueView> verdict(
            @HeaderParam("Receipt-Code") @Nullable String code,
            @HeaderParam("Accept-Language") @Nullable String acceptLanguage,
            @Nullable VerdictRequest request) {
        var said = CompleteBody.required(request);
        var checks = new Checks();
        var attempt = checks.range("/attempt", said.attempt(), 1, Integer.MAX_VALUE);
        checks.passed();
        var answer = new AnswerRequest(said.outcome(), said.rating(), said.comment(), said.reason()).check();
        var receipt = read(code);
        addWord.verdict(receipt, attempt, answer);
        return answer(receipt, 0, acceptLanguage);
    }

    /** @throws Malformed without one: it is no secret that a code is needed */
    private static ReceiptCode read(@Nullable String code) {
        if (code == null || code.isBlank() || code.length() > 100) {
            throw new Malformed("receipt-code-missing");
        }
        return ReceiptCode.read(code);
    }

    private RestResponse<DialogueView> answer(ReceiptCode code, int after, @Nullable String acceptLanguage) {
        var view = DialogueView.of(readDialogue.read(code, after), ProblemTexts.negotiate(acceptLanguage));
        return ResponseBuilder.ok(view).header("Cache-Control", "no-store").build();
    }
}
