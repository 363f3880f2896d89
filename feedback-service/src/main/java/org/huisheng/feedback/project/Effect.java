package org.huisheng.feedback.project;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a project should move: a figure as it stood before, and as it stands after. */
@Embeddable
record Effect(
        String name,
        String unit,
        @Enumerated(EnumType.STRING) Direction direction,
        BigDecimal valueBefore,
        @Nullable BigDecimal valueAfter) {

    Effect measured(BigDecimal after) {
        return new Effect(name, unit, direction, valueBefore, after);
    }

    /** Null as long as that is open. */
    @Nullable
    Boolean moved() {
        return valueAfter == null ? null : direction.isBetter(valueBefore, valueAfter);
    }
}
