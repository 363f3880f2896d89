package org.huisheng.feedback.plan.monthly;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A figure the plan should move, as it stood before and as it stands now. A value is null where scores show none. */
@Embeddable
record MovedFigure(
        String department,
        String indicator,
        String periodBefore,
        @Nullable BigDecimal valueBefore,
        String periodNow,
        @Nullable BigDecimal valueNow) {}
