package org.huisheng.feedback.casework;

import org.huisheng.kit.problem.DomainException.Outdated;
import org.huisheng.kit.web.EntityVersion;
import org.jspecify.annotations.Nullable;

/**
 * The version the caller believes to be the present one.
 *
 * @param version null when the caller does not mind
 */
public record ExpectedVersion(@Nullable Long version) {

    public static ExpectedVersion of(@Nullable String ifMatch) {
        return new ExpectedVersion(EntityVersion.expected(ifMatch));
    }

    /** @throws Outdated if the case has moved on */
    public void verify(Case matter) {
        if (version != null && version != matter.version()) {
            throw new Outdated();
        }
    }
}
