package org.huisheng.feedback.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.comment.WordReply.Worded;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What the letter to the authority says: the template filled in, until somebody gives it words of its own. */
@Path("/v1/comments/{id}/reply-text")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReplyTextResource {

    private static final int MAX_TEXT = 20_000;

    private final WordReply wordReply;

    ReplyTextResource(WordReply wordReply) {
        this.wordReply = wordReply;
    }

    /** Whose words they are. */
    enum LetterState {
        TEMPLATE,
        WRITTEN,
        SENT
    }

    record ReplyTextRequest(@Nullable String text) {}

    /** @param sealedAt when it was sent with these words */
    record ReplyTextView(
            String text,
            LetterState state,
            @Nullable String writtenBy,
            @Nullable Instant writtenAt,
            @Nullable Instant sealedAt) {

        static ReplyTextView of(Worded worded) {
            var letter = worded.letter();
            if (letter == null) {
                return new ReplyTextView(worded.text(), LetterState.TEMPLATE, null, null, null);
            }
            var sealed = letter.sealedAt().orElse(null);
            return new ReplyTextView(
                    worded.text(),
                    sealed == null ? LetterState.WRITTEN : LetterState.SENT,
                    letter.writtenBy(),
                    letter.writtenAt(),
                    sealed);
        }
    }

    @GET
    @ReadsPersonalData
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<ReplyTextView> text(UUID id) {
        return answer(wordReply.read(id));
    }

    @PUT
    @RolesAllowed(Role.OFFICE)
    public RestResponse<ReplyTextView> write(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ReplyTextRequest request) {
        var checks = new Checks();
        var text = checks.text("/text", CompleteBody.required(request).text(), MAX_TEXT);
        checks.passed();
        return answer(wordReply.write(id, EntityVersion.expected(ifMatch), text));
    }

    /** Back to the template. */
    @DELETE
    @RolesAllowed(Role.OFFICE)
    public RestResponse<ReplyTextView> beginAnew(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(wordReply.beginAnew(id, EntityVersion.expected(ifMatch)));
    }

    private static RestResponse<ReplyTextView> answer(Worded worded) {
        return ResponseBuilder.ok(ReplyTextView.of(worded))
                .tag(EntityVersion.tag(worded.version()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
