package org.huisheng.feedback.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What the department found and did; without both nothing is resolved.
 *
 * @param process where in the register of processes the cause lies, if that was said
 * @param step of the process
 * @param post that takes it
 */
@Embeddable
public record Resolution(
        @Column(name = "root_cause") String rootCause,
        @Column(name = "action_taken") String actionTaken,
        @Column(name = "cause_process") @Nullable String process,
        @Column(name = "cause_step") @Nullable String step,
        @Column(name = "cause_post") @Nullable String post) {

    public Resolution(String rootCause, String actionTaken) {
        this(rootCause, actionTaken, null, null, null);
    }
}
