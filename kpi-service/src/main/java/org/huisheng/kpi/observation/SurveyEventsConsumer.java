package org.huisheng.kpi.observation;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.huisheng.kit.event.EventConsumption;

/** Listens to survey-service. */
@ApplicationScoped
class SurveyEventsConsumer {

    private final EventConsumption consumption;
    private final RecordObservations recordObservations;

    SurveyEventsConsumer(EventConsumption consumption, RecordObservations recordObservations) {
        this.consumption = consumption;
        this.recordObservations = recordObservations;
    }

    @Incoming("survey-events")
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        consumption.consume(records, recordObservations::record);
    }
}
