package org.huisheng.feedback.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.huisheng.feedback.delivery.DeliveryConfig.Road;
import org.huisheng.kit.security.Role;

/** Which roads to people there are, so that nobody waits for letters that cannot leave. */
@Path("/v1/delivery-roads")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RoadResource {

    private final Notifiers notifiers;

    RoadResource(Notifiers notifiers) {
        this.notifiers = notifiers;
    }

    /** @param road by {@code LOG} nothing leaves */
    record ChannelRoad(Channel channel, Road road) {}

    record ChannelRoadList(List<ChannelRoad> items) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN})
    public ChannelRoadList roads() {
        return new ChannelRoadList(Arrays.stream(Channel.values())
                .map(channel -> new ChannelRoad(channel, notifiers.road(channel)))
                .toList());
    }
}
