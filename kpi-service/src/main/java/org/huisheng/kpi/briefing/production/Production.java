package org.huisheng.kpi.briefing.production;

import java.time.Instant;
import java.util.UUID;
import org.huisheng.kpi.briefing.paper.PaperLanguage;
import org.jspecify.annotations.Nullable;

/**
 * The papers of an issue in a language, as far as they are made.
 *
 * @param stepsDone of {@link ProductionStep}, in their order
 * @param version of the issue whose figures were filled in, null before that
 * @param editionHash of what the papers say, null before that
 */
public record Production(
        UUID briefing,
        PaperLanguage language,
        ProductionState state,
        int stepsDone,
        @Nullable Long version,
        @Nullable String editionHash,
        Instant orderedAt,
        @Nullable Instant finishedAt) {

    public static final int STEPS = ProductionStep.values().length;

    /** The one it is at; null when all are done. */
    public @Nullable ProductionStep step() {
        return stepsDone == STEPS ? null : ProductionStep.values()[stepsDone];
    }

    public int percent() {
        return 100 * stepsDone / STEPS;
    }

    /** Whether what is there will do: it is being made, or of what does not change any more. */
    boolean standsFor(boolean published, long itsVersion) {
        return switch (state) {
            case WAITING, RUNNING -> true;
            case DONE -> published && version != null && version == itsVersion;
            case FAILED -> false;
        };
    }
}
