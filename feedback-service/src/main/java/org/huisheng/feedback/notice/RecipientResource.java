package org.huisheng.feedback.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.delivery.Channel;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Who is told, kept by the office; addresses are for nobody else. */
@Path("/v1/recipients")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RecipientResource {

    private final KeepRecipients keepRecipients;

    RecipientResource(KeepRecipients keepRecipients) {
        this.keepRecipients = keepRecipients;
    }

    record RecipientView(
            UUID id,
            Audience audience,
            @Nullable String department,
            Channel channel,
            String address,
            String locale,
            String changedBy,
            Instant changedAt) {

        static RecipientView of(Recipient recipient) {
            var reach = recipient.reach();
            return new RecipientView(
                    recipient.id(),
                    reach.audience(),
                    reach.department(),
                    reach.channel(),
                    reach.address(),
                    reach.locale(),
                    recipient.changedBy(),
                    recipient.changedAt());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record RecipientPage(
            List<RecipientView> items, @Nullable String next) {}

    @GET
    @ReadsPersonalData
    @RolesAllowed({Role.OFFICE, Role.ADMIN})
    @Parameter(name = "audience", in = ParameterIn.QUERY, schema = @Schema(implementation = Audience.class))
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RestResponse<RecipientPage> list(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "audience", "department", "limit", "cursor");
        var limit = Slice.limit(query);
        var found = keepRecipients.page(
                query.constant("audience", Audience.class).orElse(null),
                query.text("department").orElse(null),
                Slice.after(query),
                limit + 1);
        var page = Slice.of(found, limit, one -> new Keyset("", one.id()));
        return ResponseBuilder.ok(new RecipientPage(
                        page.items().stream().map(RecipientView::of).toList(), page.next()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @ReadsPersonalData
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN})
    public RestResponse<RecipientView> one(UUID id) {
        return answer(ResponseBuilder.create(200), keepRecipients.one(id));
    }

    @POST
    @RolesAllowed({Role.OFFICE, Role.ADMIN})
    @APIResponseSchema(value = RecipientView.class, responseCode = "201")
    public RestResponse<RecipientView> enter(@Nullable ReachRequest request, @Context UriInfo uri) {
        var entered = keepRecipients.enter(CompleteBody.required(request).check());
        return answer(
                ResponseBuilder.<RecipientView>create(201)
                        .header("Location", uri.getRequestUri().getPath() + "/" + entered.id()),
                entered);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN})
    public RestResponse<RecipientView> change(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ReachRequest request) {
        var reach = CompleteBody.required(request).check();
        return answer(ResponseBuilder.create(200), keepRecipients.change(id, EntityVersion.expected(ifMatch), reach));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN})
    public void remove(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        keepRecipients.remove(id, EntityVersion.expected(ifMatch));
    }

    private static RestResponse<RecipientView> answer(ResponseBuilder<RecipientView> response, Recipient recipient) {
        return response.entity(RecipientView.of(recipient))
                .tag(EntityVersion.tag(recipient.version()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
