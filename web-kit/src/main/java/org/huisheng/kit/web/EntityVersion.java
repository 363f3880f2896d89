package org.huisheng.kit.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
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
     * What a caller gets who has this already, null when they have not.
     *
     * @throws Outdated if they insist on another version by {@code If-Match}
     */
    public static @Nullable ResponseBuilder unchanged(Request request, EntityTag present) {
        var answer = request.evaluatePreconditions(present);
        if (answer != null && answer.build().getStatus() == Status.PRECONDITION_FAILED.getStatusCode()) {
            throw new Outdated();
        }
        return answer;
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
