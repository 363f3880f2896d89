package org.huisheng.feedback.story;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One sub-resource per step of a story. */
@Path("/v1/stories/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StoryStepResource {

    private final PublishStory publishStory;

    StoryStepResource(PublishStory publishStory) {
        this.publishStory = publishStory;
    }

    record StoryReasonRequest(@Nullable String reason) {
        static String check(@Nullable StoryReasonRequest request) {
            var checks = new Checks();
            var reason = checks.text("/reason", CompleteBody.required(request).reason(), 2000);
            checks.passed();
            return reason;
        }
    }

    @POST
    @Path("submission")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<StoryView> submit(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return StoryView.answer(publishStory.submit(id, EntityVersion.expected(ifMatch)));
    }

    @POST
    @Path("return")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<StoryView> giveBack(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable StoryReasonRequest request) {
        return StoryView.answer(
                publishStory.giveBack(id, EntityVersion.expected(ifMatch), StoryReasonRequest.check(request)));
    }

    @POST
    @Path("publication")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<StoryView> publish(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return StoryView.answer(publishStory.publish(id, EntityVersion.expected(ifMatch)));
    }

    @POST
    @Path("withdrawal")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<StoryView> withdraw(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable StoryReasonRequest request) {
        return StoryView.answer(
                publishStory.withdraw(id, EntityVersion.expected(ifMatch), StoryReasonRequest.check(request)));
    }
}
