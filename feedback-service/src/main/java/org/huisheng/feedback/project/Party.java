package org.huisheng.feedback.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * A group that has a stake, never a person.
 *
 * @param side null for those no feedback is asked of, as the media are
 * @param affordableCost what it could bear, in yuan
 * @param share what it bears of the budget
 */
@Embeddable
record Party(
        String name,
        @Enumerated(EnumType.STRING) @Nullable Side side,
        @Enumerated(EnumType.STRING) Willingness willingness,
        String resources,
        BigDecimal affordableCost,
        BigDecimal share,
        @Column(name = "part") String role) {}
