package org.huisheng.kit.event;

import java.util.UUID;
import org.huisheng.events.IntegrationEvent;
import org.jspecify.annotations.Nullable;

/**
 * @param id the CloudEvents id: the same however often the event is delivered
 * @param subjectVersion which version of its aggregate it made, null where there are none or the sender did not say
 */
public record ReceivedEvent(
        UUID id, IntegrationEvent event, @Nullable Long subjectVersion) {

    /** Of an aggregate without versions. */
    public ReceivedEvent(UUID id, IntegrationEvent event) {
        this(id, event, null);
    }
}
