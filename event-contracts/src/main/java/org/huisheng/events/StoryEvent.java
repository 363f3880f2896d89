package org.huisheng.events;

import java.time.Instant;
import java.util.UUID;

/** What feedback-service tells the others of its case library. */
public sealed interface StoryEvent extends IntegrationEvent {

    UUID storyId();

    @Override
    default String aggregateId() {
        return storyId().toString();
    }

    /** A story was read by a second person and is there for everybody. */
    record StoryPublished(UUID storyId, String department, Instant occurredAt) implements StoryEvent {}

    /** It was taken back, and counts no more. @param publishedAt what it counted by */
    record StoryWithdrawn(UUID storyId, String department, Instant publishedAt, Instant occurredAt)
            implements StoryEvent {}
}
