package org.huisheng.survey.department;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.huisheng.events.KpiEvent.DepartmentChanged;
import org.huisheng.kit.event.EventConsumption;
import org.huisheng.kit.event.Inbox;

/** Keeps the copy of the departments up to date. */
@ApplicationScoped
class DepartmentEventsConsumer {

    private static final String NAME = "departments";

    private final EventConsumption consumption;
    private final Inbox inbox;
    private final Departments departments;

    DepartmentEventsConsumer(EventConsumption consumption, Inbox inbox, Departments departments) {
        this.consumption = consumption;
        this.inbox = inbox;
        this.departments = departments;
    }

    @Incoming("kpi-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumption.consume(
                records,
                events -> events.forEach(received -> {
                    if (received.event() instanceof DepartmentChanged changed
                            && inbox.firstDelivery(NAME, received.id())) {
                        departments.apply(changed);
                    }
                }));
    }
}
