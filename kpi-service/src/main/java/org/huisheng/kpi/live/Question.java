package org.huisheng.kpi.live;

import java.util.Set;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Level;
import org.jspecify.annotations.Nullable;

/**
 * What a listener wants to hear of. Listeners with the same question share the answer.
 *
 * @param department the only one, null for all
 * @param scores whether scores are among it
 * @param rates whether rates are
 */
record Question(Period period, @Nullable String department, Set<Level> levels, boolean scores, boolean rates) {

    Question {
        levels = Set.copyOf(levels);
    }
}
