package org.huisheng.feedback.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Where the case came from: a visit, a letter, a response. */
@Embeddable
record Source(
        @Column(name = "source_type") String type,
        @Column(name = "source_reference") @Nullable String reference) {}
