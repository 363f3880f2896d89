package org.huisheng.kpi.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Throws a draft away. It has no number yet, so none is missing. */
@ApplicationScoped
class DiscardBriefing {

    private final Briefings briefings;

    DiscardBriefing(Briefings briefings) {
        this.briefings = briefings;
    }

    /** @param expected the version the caller saw, null when any will do */
    @Transactional
    void discard(UUID id, @Nullable Long expected) {
        var briefing = briefings.requireToChange(id, expected);
        briefing.requireDraft();
        briefings.delete(briefing);
    }
}
