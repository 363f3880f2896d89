package org.huisheng.survey.kiosk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of kiosks. */
@ConfigMapping(prefix = "huisheng.kiosk")
interface KioskConfig {

    /** A device that has not been heard of for longer counts as silent. */
    @WithDefault("3M")
    Duration silentAfter();

    /** How long an enrolment code is good when the office says nothing else. */
    @WithDefault("24H")
    Duration codeLife();

    /** Wrong codes from one address within the time below, before it must wait. */
    @WithDefault("10")
    int wrongCodes();

    /** The same from anywhere: what a guesser with many addresses is left with. */
    @WithDefault("1000")
    int wrongCodesInAll();

    @WithDefault("10M")
    Duration wrongCodesWithin();
}
