package org.huisheng.feedback.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import org.huisheng.feedback.delivery.Channel;
import org.huisheng.feedback.delivery.Delivery.State;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What recipients were told, and whether it left. */
@Path("/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NoticeResource {

    private final ReadNotices readNotices;

    NoticeResource(ReadNotices readNotices) {
        this.readNotices = readNotices;
    }

    /** @param subject the case, or the comment */
    record NoticeView(
            UUID id,
            UUID recipient,
            Occasion occasion,
            UUID subject,
            @Nullable String department,
            @Nullable Instant dueAt,
            Channel channel,
            State state,
            int tries,
            Instant requestedAt,
            @Nullable Instant settledAt,
            @Nullable String lastFailure) {

        static NoticeView of(Notice notice) {
            var news = notice.news();
            return new NoticeView(
                    notice.id(),
                    notice.recipient(),
                    news.occasion(),
                    news.subject(),
                    news.department(),
                    news.dueAt(),
                    notice.channel(),
                    notice.state(),
                    notice.tries(),
                    notice.requestedAt(),
                    notice.settledAt().orElse(null),
                    notice.lastFailure().orElse(null));
        }
    }

    /** @param next cursor of the following page, null on the last */
    record NoticePage(List<NoticeView> items, @Nullable String next) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN})
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(implementation = State.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RestResponse<NoticePage> newest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "state", "limit", "cursor");
        var limit = Slice.limit(query);
        var found =
                readNotices.newest(query.constant("state", State.class).orElse(null), Slice.after(query), limit + 1);
        var page = Slice.of(found, limit, one -> new Keyset(one.requestedAt().toString(), one.id()));
        return ResponseBuilder.ok(
                        new NoticePage(page.items().stream().map(NoticeView::of).toList(), page.next()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
