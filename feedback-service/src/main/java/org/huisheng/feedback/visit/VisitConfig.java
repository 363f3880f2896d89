package org.huisheng.feedback.visit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What visits are set to. */
@ConfigMapping(prefix = "huisheng.visit")
interface VisitConfig {

    /** Code of the department that answers for visits where the surveyor's token names none. */
    @WithDefault("MKT")
    String department();

    /** Category of a slip that names none. */
    @WithDefault("demand-slip")
    String category();
}
