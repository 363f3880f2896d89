package org.huisheng.feedback.process;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A standard, an institution or an item of performance. @param reference where it is written, or what it is measured by */
@Embeddable
public record Provision(
        @Nullable String code, String title, @Nullable String reference) {

    /** Of each kind. */
    public static final int MOST = 100;
}
