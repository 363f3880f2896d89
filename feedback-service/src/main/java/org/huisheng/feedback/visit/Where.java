package org.huisheng.feedback.visit;

import java.util.UUID;
import org.huisheng.feedback.intake.FieldDigest;
import org.jspecify.annotations.Nullable;

/** Which enterprise is visited: one of the register, or by park and name, which enters it there if it is new. */
record Where(
        @Nullable UUID enterprise,
        @Nullable String park,
        @Nullable String enterpriseName) {

    byte[] digest() {
        return FieldDigest.of(enterprise, park, enterpriseName);
    }
}
