package org.huisheng.kit.web;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.Nullable;

/** The version of a row as its strong {@code ETag}, and as the caller's {@code If-Match}. */
public final class EntityVersion {

    private static final Pattern OURS = Pattern.compile("\"(\\d{1,18})\"");

    private EntityVersion() {}

    public static EntityTag tag(long version) {
        return new EntityTag(String.valueOf(version));
    }

    /**
     * @return the version the caller expects, null when they expect none
     * @throws Outdated if the tag cannot be one of ours, so cannot be the present one
     */
    public static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var ours = OURS.matcher(ifMatch.strip());
        if (!ours.matches()) {
            throw new Outdated();
        }
        return Long.valueOf(ours.group(1));
    }
}
