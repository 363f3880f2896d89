package org.huisheng.feedback.notification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.delivery.Channel;
import org.huisheng.feedback.delivery.Delivery.State;
import org.huisheng.feedback.notification.Topic.Purpose;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What stakeholders were told, and whether it left. */
@Path("/v1/cases/{id}/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NotificationResource {

    private final ReadNotifications readNotifications;

    NotificationResource(ReadNotifications readNotifications) {
        this.readNotifications = readNotifications;
    }

    record NotificationView(
            UUID id,
            Purpose purpose,
            int attempt,
            Channel channel,
            State state,
            int tries,
            Instant requestedAt,
            @Nullable Instant settledAt,
            @Nullable String lastFailure) {

        static NotificationView of(Notification notification) {
            return new NotificationView(
                    notification.id(),
                    notification.topic().purpose(),
                    notification.topic().attempt(),
                    notification.channel(),
                    notification.state(),
                    notification.tries(),
                    notification.requestedAt(),
                    notification.settledAt().orElse(null),
                    notification.lastFailure().orElse(null));
        }
    }

    record NotificationList(List<NotificationView> items) {}

    @GET
    @ReadsPersonalData
    @RolesAllowed(Role.OFFICE)
    public RestResponse<NotificationList> list(UUID id) {
        var items = readNotifications.of(id).stream().map(NotificationView::of).toList();
        return ResponseBuilder.ok(new NotificationList(items))
                .header("Cache-Control", "no-store")
                .build();
    }
}
