package org.huisheng.feedback.visit;

import java.util.UUID;
import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** Which enterprise: {@code enterprise}, or {@code park} and {@code enterpriseName} for one that may be new. */
record WhereRequest(
        @Nullable UUID enterprise,
        @Nullable String park,
        @Nullable String enterpriseName) {

    Where check(String path, Checks checks) {
        if (enterprise != null) {
            checks.absent(path + "/park", park);
            checks.absent(path + "/enterpriseName", enterpriseName);
            return new Where(enterprise, null, null);
        }
        if (park == null && enterpriseName == null) {
            checks.add(path + "/enterprise", "required");
            return new Where(null, "-", "-");
        }
        return new Where(
                null, checks.code(path + "/park", park), checks.text(path + "/enterpriseName", enterpriseName, 200));
    }
}
