package org.huisheng.kpi.web;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.Nullable;

/** An aggregate's version as a strong {@code ETag}, and back again from {@code If-Match}. */
public final class Versions {

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag("v" + version);
    }

    /**
     * @throws Malformed if the caller does not say which version they saw
     * @throws Outdated if it is no longer the present one
     */
    public static void requireMatch(@Nullable String ifMatch, long present) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Malformed("if-match-required");
        }
        var wanted = '"' + tag(present).getValue() + '"';
        var matches = Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(wanted));
        if (!matches) {
            throw new Outdated();
        }
    }
}
