package org.huisheng.feedback.department;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.huisheng.events.KpiEvent.DepartmentChanged;
import org.huisheng.kit.event.EventConsumption;
import org.huisheng.kit.event.Inbox;
import org.huisheng.kit.event.ReceivedEvent;

/** Listens to kpi-service, which owns the departments. */
@ApplicationScoped
class KpiEventsConsumer {

    private static final String NAME = "departments";

    private final EventConsumption consumption;
    private final Inbox inbox;
    private final Departments departments;

    KpiEventsConsumer(EventConsumption consumption, Inbox inbox, Departments departments) {
        this.consumption = consumption;
        this.inbox = inbox;
        this.departments = departments;
    }

    @Incoming("kpi-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumption.consume(records, this::handle);
    }

    private void handle(List<ReceivedEvent> events) {
        for (var received : events) {
            if (received.event() instanceof DepartmentChanged change && inbox.firstDelivery(NAME, received.id())) {
                departments.learn(change);
            }
        }
    }
}
