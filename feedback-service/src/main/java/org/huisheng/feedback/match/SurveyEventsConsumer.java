package org.huisheng.feedback.match;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.huisheng.events.EventType;
import org.huisheng.events.MatchEvent;
import org.huisheng.events.MatchEvent.AnswersMatched;
import org.huisheng.events.MatchEvent.ResponseMatched;
import org.huisheng.events.MatchEvent.SimulationDone;
import org.huisheng.events.ReceiptEvent.ReceiptAsked;
import org.huisheng.feedback.receipt.CaseReceipts;
import org.huisheng.feedback.rule.Simulations;
import org.huisheng.kit.event.EventConsumption;
import org.huisheng.kit.event.ReceivedEvent;

/** Listens to survey-service. Of the responses themselves, which are very many, not even the JSON is read. */
@ApplicationScoped
class SurveyEventsConsumer {

    private static final Set<EventType> HEARD = EnumSet.of(
            EventType.RESPONSE_MATCHED, EventType.ANSWERS_MATCHED, EventType.SIMULATION_DONE, EventType.RECEIPT_ASKED);

    private final EventConsumption consumption;
    private final OpenByRule openByRule;
    private final Simulations simulations;
    private final CaseReceipts receipts;

    SurveyEventsConsumer(
            EventConsumption consumption, OpenByRule openByRule, Simulations simulations, CaseReceipts receipts) {
        this.consumption = consumption;
        this.openByRule = openByRule;
        this.simulations = simulations;
        this.receipts = receipts;
    }

    @Incoming("survey-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumption.consume(records, HEARD, this::handle);
    }

    /** No inbox: each of these is idempotent by a key of its own, and stays so when it is replayed much later. */
    private void handle(List<ReceivedEvent> events) {
        for (var received : events) {
            if (received.event() instanceof MatchEvent event) {
                switch (event) {
                    case ResponseMatched matched -> openByRule.open(Matched.of(matched));
                    case AnswersMatched matched -> openByRule.open(Matched.of(matched));
                    case SimulationDone done -> simulations.finish(done);
                }
            } else if (received.event() instanceof ReceiptAsked asked) {
                receipts.learn(asked);
            }
        }
    }
}
