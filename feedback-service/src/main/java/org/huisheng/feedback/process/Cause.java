package org.huisheng.feedback.process;

import org.jspecify.annotations.Nullable;

/**
 * Where in the register something has its cause.
 *
 * @param step of the process; null of the process as a whole
 */
public record Cause(
        String process, @Nullable String step, @Nullable String post) {}
