package org.huisheng.events;

import java.time.Instant;
import java.util.UUID;

/** What feedback-service tells the others of root-planting projects. */
public sealed interface ProjectEvent extends IntegrationEvent {

    UUID projectId();

    @Override
    default String aggregateId() {
        return projectId().toString();
    }

    /** What others hear of a project: that it is known what it moved, and that it is over. */
    enum ReachedStage {
        EVALUATED,
        CLOSED
    }

    /**
     * A project has got so far; each stage is reached once.
     *
     * @param indicators how many were compared with before
     * @param moved how many of them went the way they should
     */
    record RootProjectStaged(
            UUID projectId, String department, ReachedStage stage, int indicators, int moved, Instant occurredAt)
            implements ProjectEvent {}
}
