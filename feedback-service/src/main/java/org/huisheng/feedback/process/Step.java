package org.huisheng.feedback.process;

import org.jspecify.annotations.Nullable;

/** A step of a process. @param post who takes it */
public record Step(
        String code,
        String name,
        @Nullable String nameEn,
        @Nullable String post) {

    public static final int MOST = 100;

    /** Those given up are kept, since cases name them; this many at all. */
    static final int MOST_EVER = 500;
}
