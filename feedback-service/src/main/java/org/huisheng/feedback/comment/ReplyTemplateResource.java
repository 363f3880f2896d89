package org.huisheng.feedback.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The template of all letters. */
@Path("/v1/reply-template")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReplyTemplateResource {

    private static final int MAX_TEXT = 10_000;

    private final WriteReply writeReply;

    ReplyTemplateResource(WriteReply writeReply) {
        this.writeReply = writeReply;
    }

    record TemplateRequest(@Nullable String text) {}

    record TemplateView(String text) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<TemplateView> template() {
        return answer(writeReply.template());
    }

    @PUT
    @RolesAllowed(Role.OFFICE)
    public RestResponse<TemplateView> changeTemplate(
            @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable TemplateRequest request) {
        var checks = new Checks();
        var text = checks.text("/text", CompleteBody.required(request).text(), MAX_TEXT);
        Placeholder.unknownIn(text).forEach(word -> checks.add("/text", "unknown-placeholder", word));
        checks.passed();
        return answer(writeReply.changeTemplate(EntityVersion.expected(ifMatch), text));
    }

    private static RestResponse<TemplateView> answer(ReplyTemplate template) {
        return ResponseBuilder.ok(new TemplateView(template.text()))
                .tag(EntityVersion.tag(template.version()))
                .build();
    }
}
