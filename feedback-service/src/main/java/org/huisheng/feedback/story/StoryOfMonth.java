package org.huisheng.feedback.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The story of a month. */
@Entity
class StoryOfMonth {

    @Id
    private LocalDate month;

    @Version
    private long version;

    private UUID story;
    private String chosenBy;
    private Instant chosenAt;

    @NullUnmarked
    protected StoryOfMonth() {}

    StoryOfMonth(YearMonth month, UUID story, String by, Instant now) {
        this.month = month.atDay(1);
        choose(story, by, now);
    }

    final void choose(UUID other, String by, Instant now) {
        story = other;
        chosenBy = by;
        chosenAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    YearMonth month() {
        return YearMonth.from(month);
    }

    UUID story() {
        return story;
    }

    String chosenBy() {
        return chosenBy;
    }

    Instant chosenAt() {
        return chosenAt;
    }
}
