package org.huisheng.feedback.supply;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What quarterly reports are set to. */
@ConfigMapping(prefix = "huisheng.supply-report")
interface SupplyConfig {

    /** By which calendar the usual day is counted. */
    @WithDefault("OFFICE")
    String calendar();

    /** On which working day after the quarter a report is due, unless the office says a day. */
    @WithDefault("15")
    int dueWorkday();

    /** On which working day after the quarter the office is reminded of a report that nobody has begun. */
    @WithDefault("5")
    int beginWorkday();

    /** After how long without a word from the authority the office is reminded to ask. */
    @WithDefault("14d")
    Duration unansweredAfter();
}
