package org.huisheng.survey.echo;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.kit.event.EventConsumption;
import org.huisheng.survey.contact.CaseHolders;

/** Listens to feedback-service. No inbox: a step's own key makes hearing of it twice the same as once. */
@ApplicationScoped
class CaseEventsConsumer {

    private final EventConsumption consumption;
    private final CaseSteps steps;
    private final CaseHolders holders;
    private final AskByReceipt askByReceipt;

    CaseEventsConsumer(EventConsumption consumption, CaseSteps steps, CaseHolders holders, AskByReceipt askByReceipt) {
        this.consumption = consumption;
        this.steps = steps;
        this.holders = holders;
        this.askByReceipt = askByReceipt;
    }

    @Incoming("feedback-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumption.consume(
                records,
                events -> events.forEach(received -> {
                    if (received.event() instanceof FeedbackEvent step) {
                        steps.add(step);
                        holders.learn(step);
                        askByReceipt.about(step);
                    }
                }));
    }
}
