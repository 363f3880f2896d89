package org.huisheng.kit.event;

import java.util.UUID;
import org.huisheng.events.IntegrationEvent;

/** @param id the CloudEvents id: the same however often the event is delivered */
public record ReceivedEvent(UUID id, IntegrationEvent event) {}
