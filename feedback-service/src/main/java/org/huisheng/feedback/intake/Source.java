package org.huisheng.feedback.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Where the case came from: a visit, a letter, a response. */
@Embeddable
public record Source(
        @Column(name = "source_type") String type,
        @Column(name = "source_reference") @Nullable String reference) {

    /** Out of the suggestion box: nobody knows whose, and of the time only the day. */
    public static final String SUGGESTION = "Suggestion";
}
