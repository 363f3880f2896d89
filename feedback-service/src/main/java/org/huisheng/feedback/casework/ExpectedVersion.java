package org.huisheng.feedback.casework;

import java.util.Arrays;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.Nullable;

/**
 * The version the caller believes to be the present one.
 *
 * @param tags entity tags as in {@code If-Match}; null when the caller does not mind
 */
public record ExpectedVersion(@Nullable String tags) {

    /** @throws Outdated if the case has moved on */
    public void verify(Case matter) {
        if (tags == null || tags.strip().equals("*")) {
            return;
        }
        var present = tag(matter);
        if (Arrays.stream(tags.split(",")).noneMatch(tag -> tag.strip().equals(present))) {
            throw new Outdated();
        }
    }

    static String tag(Case matter) {
        return "\"" + matter.version() + "\"";
    }
}
