package org.huisheng.feedback.inquiry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Locale;
import org.huisheng.feedback.inquiry.ReadInquiry.Asked;
import org.huisheng.feedback.inquiry.ReadInquiry.InquiryState;
import org.huisheng.feedback.link.LinkToken;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** For the stakeholder, who has a link and no account: what a department needs of them, and their answer. */
@Path("/v1/inquiries/{token}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class InquiryResource {

    private final ReadInquiry readInquiry;
    private final AnswerInquiry answerInquiry;

    InquiryResource(ReadInquiry readInquiry, AnswerInquiry answerInquiry) {
        this.readInquiry = readInquiry;
        this.answerInquiry = answerInquiry;
    }

    /**
     * A link that is no longer good for an answer shows its state and nothing of the case.
     *
     * @param awaitedUntil when the department goes on without an answer; null once it has
     */
    record InquiryView(
            InquiryState state,
            Instant expiresAt,
            @Nullable String title,
            @Nullable String departmentName,
            @Nullable String question,
            @Nullable String answer,
            @Nullable Instant awaitedUntil) {

        static InquiryView of(Asked asked, Locale locale) {
            var expiresAt = asked.inquiry().expiresAt();
            return switch (asked.state()) {
                case EXPIRED, SUPERSEDED -> new InquiryView(asked.state(), expiresAt, null, null, null, null, null);
                case OPEN, ANSWERED ->
                    new InquiryView(
                            asked.state(),
                            expiresAt,
                            asked.matter().title(),
                            asked.department().name(locale),
                            asked.question(),
                            asked.answer().orElse(null),
                            asked.awaitedUntil());
            };
        }
    }

    record InquiryAnswerRequest(@Nullable String answer) {

        String check() {
            var checks = new Checks();
            var words = checks.text("/answer", answer, 2000);
            checks.passed();
            return words;
        }

        @Override
        public String toString() {
            return "InquiryAnswerRequest[…]";
        }
    }

    @GET
    public RestResponse<InquiryView> read(
            String token, @HeaderParam("Accept-Language") @Nullable String acceptLanguage) {
        return answer(readInquiry.read(new LinkToken(token)), acceptLanguage);
    }

    @POST
    public RestResponse<InquiryView> answer(
            String token,
            @HeaderParam("Accept-Language") @Nullable String acceptLanguage,
            @Nullable InquiryAnswerRequest request) {
        var words = CompleteBody.required(request).check();
        return answer(answerInquiry.answer(new LinkToken(token), words), acceptLanguage);
    }

    private static RestResponse<InquiryView> answer(Asked asked, @Nullable String acceptLanguage) {
        return ResponseBuilder.ok(InquiryView.of(asked, ProblemTexts.negotiate(acceptLanguage)))
                .header("Cache-Control", "no-store")
                .build();
    }
}
