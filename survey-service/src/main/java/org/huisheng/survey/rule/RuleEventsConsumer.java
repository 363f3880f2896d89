package org.huisheng.survey.rule;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.huisheng.events.EventType;
import org.huisheng.events.RuleEvent.RuleChanged;
import org.huisheng.events.RuleEvent.SimulationRequested;
import org.huisheng.kit.event.EventConsumption;
import org.huisheng.kit.event.Inbox;
import org.huisheng.kit.event.ReceivedEvent;
import org.jboss.logging.Logger;

/** Listens to feedback-service, apart from what is heard of cases: a simulation takes a while, and must hold up nothing. */
@ApplicationScoped
class RuleEventsConsumer {

    private static final Logger LOG = Logger.getLogger(RuleEventsConsumer.class);
    private static final String NAME = "rules";
    private static final Set<EventType> HEARD = EnumSet.of(EventType.RULE_CHANGED, EventType.SIMULATION_REQUESTED);

    private final EventConsumption consumption;
    private final Inbox inbox;
    private final StoredRules stored;
    private final Simulate simulate;
    private final RulesInForce inForce;

    RuleEventsConsumer(
            EventConsumption consumption, Inbox inbox, StoredRules stored, Simulate simulate, RulesInForce inForce) {
        this.consumption = consumption;
        this.inbox = inbox;
        this.stored = stored;
        this.simulate = simulate;
        this.inForce = inForce;
    }

    @Incoming("rule-events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumption.consume(records, HEARD, this::handle);
        try {
            inForce.refresh();
        } catch (SQLException outage) {
            LOG.warnf("The rules stay as they were a little longer: %s", outage.getMessage());
        }
    }

    private void handle(List<ReceivedEvent> events) {
        for (var received : events) {
            switch (received.event()) {
                case RuleChanged changed -> stored.apply(changed);
                case SimulationRequested request when inbox.firstDelivery(NAME, received.id()) -> simulate.run(request);
                default -> {}
            }
        }
    }
}
