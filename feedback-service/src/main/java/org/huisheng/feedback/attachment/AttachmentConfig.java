package org.huisheng.feedback.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What may be attached. */
@ConfigMapping(prefix = "huisheng.attachment")
interface AttachmentConfig {

    @WithDefault("20971520")
    long maxBytes();

    /** Per comment, project and story as well. */
    @WithDefault("50")
    int mostPerCase();

    /** By content; what a browser or an office program might run is not among them. */
    Set<String> types();
}
