package org.huisheng.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What feedback-service tells the others of what social responsibility asks for in processes. */
public sealed interface CsrEvent extends IntegrationEvent {

    UUID elementId();

    @Override
    default String aggregateId() {
        return elementId().toString();
    }

    /** In this order, none of them skipped. */
    enum Stage {
        PLANNED,
        EMBEDDED,
        PRACTISED,
        EVALUATED
    }

    /**
     * An element of a process reached a stage; from the second one on there is evidence of it.
     *
     * @param department that owns the process
     * @param firstOfProcess whether no other element of the process had reached the stage before
     */
    record CsrElementStaged(
            UUID elementId,
            String process,
            @Nullable String step,
            String department,
            Stage stage,
            boolean firstOfProcess,
            Instant occurredAt)
            implements CsrEvent {}
}
