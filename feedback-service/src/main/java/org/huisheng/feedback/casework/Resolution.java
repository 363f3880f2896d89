package org.huisheng.feedback.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What the department found and did; without both nothing is resolved. */
@Embeddable
public record Resolution(
        @Column(name = "root_cause") String rootCause,
        @Column(name = "action_taken") String actionTaken) {}
