package org.huisheng.feedback.lectureplan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings of the duty to hold lectures. */
@ConfigMapping(prefix = "huisheng.lecture")
interface LectureDutyConfig {

    /** How long after two months are over a lecture of their last day may still be counted. */
    @WithDefault("P3D")
    Duration grace();

    /** How long before two months are over departments without a lecture are reminded. */
    @WithDefault("P14D,P3D")
    List<Duration> reminders();

    /** How often it is looked whether that is over. */
    @WithDefault("30s")
    String every();
}
