package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.events.StoryEvent;
import org.huisheng.events.StoryEvent.StoryPublished;
import org.huisheng.events.StoryEvent.StoryWithdrawn;

/** What the case library says, in numbers: stories in the month they were published, less those that were taken back. */
final class StoryObservations {

    private StoryObservations() {}

    static List<Observation> of(UUID eventId, StoryEvent event) {
        return switch (event) {
            case StoryPublished story -> List.of(fact(eventId, story, story.department(), story.occurredAt(), 1));
            case StoryWithdrawn story -> List.of(fact(eventId, story, story.department(), story.publishedAt(), -1));
        };
    }

    private static Observation fact(UUID eventId, StoryEvent story, String department, Instant publishedAt, int sign) {
        return new Observation(
                eventId,
                0,
                "story.published",
                Side.EMPLOYEE,
                Plausibility.department(department),
                Plausibility.month(publishedAt),
                Plausibility.date(story.occurredAt()),
                BigDecimal.valueOf(sign).setScale(Observation.DIGITS),
                new Source(Source.Type.STORY, story.storyId()),
                null,
                null,
                null,
                null,
                sign);
    }
}
