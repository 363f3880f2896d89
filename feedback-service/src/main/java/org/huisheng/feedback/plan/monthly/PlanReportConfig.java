package org.huisheng.feedback.plan.monthly;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What monthly reports of improvement plans are set to. */
@ConfigMapping(prefix = "huisheng.plan-report")
interface PlanReportConfig {

    /** To whom it is addressed. */
    @WithDefault("上级公司")
    String parentCompany();

    /** From which day on the office is reminded of the month before. */
    @WithDefault("6")
    int reminderDay();
}
