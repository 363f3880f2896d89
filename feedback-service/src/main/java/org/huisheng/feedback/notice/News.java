package org.huisheng.feedback.notice;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell: nothing that a person said or is.
 *
 * @param subject the case, or the comment
 * @param department whose matter it is, as it was then; null if it is nobody's yet
 */
@Embeddable
record News(
        @Enumerated(EnumType.STRING) Occasion occasion,
        UUID subject,
        @Nullable String department,
        @Nullable Instant dueAt) {

    News {
        dueAt = dueAt == null ? null : dueAt.truncatedTo(ChronoUnit.MICROS);
    }
}
