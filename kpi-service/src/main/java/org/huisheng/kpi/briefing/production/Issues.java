package org.huisheng.kpi.briefing.production;

import java.util.UUID;
import org.huisheng.kpi.briefing.edition.Edition;

/** Where what is to be printed comes from. */
public interface Issues {

    /** @param version of the issue it was read from */
    record Compiled(Edition edition, long version) {}

    Compiled compiled(UUID briefing);
}
