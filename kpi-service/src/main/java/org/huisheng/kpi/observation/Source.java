package org.huisheng.kpi.observation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said or asked for, in the service that owns it.
 *
 * @param version of a response the version of the survey it answers, of all else which version of the resource the fact was
 *     made of; null where the event did not say
 */
public record Source(Type type, UUID id, @Nullable Long version) {

    Source(Type type, UUID id) {
        this(type, id, null);
    }

    Source at(@Nullable Long made) {
        return version != null || made == null ? this : new Source(type, id, made);
    }

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
