package org.huisheng.kpi.observation;

import java.util.UUID;

/** What somebody said or asked for, in the service that owns it. */
public record Source(Type type, UUID id) {

    /** What can be observed. */
    public enum Type {
        RESPONSE,
        CASE,
        VISIT,
        COMMENT,
        DUTY,
        PLAN_TASK,
        CSR_ELEMENT,
        ROOT_PROJECT,
        STORY,
        LECTURE,
        LECTURE_PLAN,
        SUPPLY_REPORT
    }
}
