package org.huisheng.feedback.suggestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import org.huisheng.feedback.calendar.BusinessCalendar;

/** Settings of the suggestion box. */
@ConfigMapping(prefix = "huisheng.suggestion")
interface SuggestionConfig {

    /** How long what is written is gathered before anybody reads it. Of the time no more is kept than which one it was. */
    @WithDefault("24h")
    Duration gatheredFor();

    /** How often it is looked whether that is over. */
    @WithDefault("10s")
    String every();

    /** How much one suggester may add. */
    @WithDefault("100")
    int mostWords();

    /** The beginning of the period; of days those of Shanghai. */
    default Instant beginning(Instant now) {
        var offset = BusinessCalendar.ZONE.getRules().getOffset(now).getTotalSeconds();
        var length = Math.max(1, gatheredFor().toSeconds());
        var local = now.getEpochSecond() + offset;
        return Instant.ofEpochSecond(local - Math.floorMod(local, length) - offset);
    }

    /** When what is written now reaches the office, or a moment later. */
    default Instant passedOnAt(Instant now) {
        return beginning(now).plus(gatheredFor());
    }
}
