package org.huisheng.kit.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the present request does. Nothing where nobody has signed in: there is no user who does it. */
@RequestScoped
class AuditedRequest {

    /** @param detail by name, without personal data */
    record Doing(Operation operation, @Nullable String subjectId, Map<String, String> detail) {}

    private @Nullable Doing doing;
    private @Nullable String made;

    void begins(Doing what) {
        doing = what;
    }

    Optional<Doing> doing() {
        return Optional.ofNullable(doing);
    }

    /** Another transaction makes things of its own; of one that was rolled back nothing is left. */
    void beginsTransaction() {
        made = null;
    }

    /** The first thing counts: it is what was asked for, and others come of it. */
    void makes(String subjectId) {
        if (made == null) {
            made = subjectId;
        }
    }

    @Nullable
    String made() {
        return made;
    }
}
