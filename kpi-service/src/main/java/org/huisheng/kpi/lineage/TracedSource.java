package org.huisheng.kpi.lineage;

import java.time.LocalDate;
import java.util.UUID;
import org.huisheng.kpi.observation.Source.Type;
import org.jspecify.annotations.Nullable;

/**
 * What an observation was made of, and where to read it.
 *
 * @param version of a response the version of the survey it answers, of all else which version of the resource it was, as in
 *     its ETag; null of what was counted before versions were told, and of an anonymous response
 * @param link the path of the resource, for those who may read it; null of an anonymous response, which nobody may
 */
record TracedSource(
        Type type,
        UUID id,
        @Nullable Long version,
        @Nullable String link) {

    /** @param month the one the observation belongs to */
    static TracedSource of(Type type, UUID id, @Nullable Long version, boolean anonymous, LocalDate month) {
        return new TracedSource(type, id, version, anonymous ? null : link(type, id, month));
    }

    private static String link(Type type, UUID id, LocalDate month) {
        return switch (type) {
            case RESPONSE -> "/api/survey/v1/responses/" + id;
            case CASE -> feedback("cases", id);
            case VISIT -> feedback("visits", id);
            case COMMENT -> feedback("comments", id);
            case DUTY -> feedback("duty-records", id);
            case PLAN_TASK -> feedback("plan-tasks", id);
            case CSR_ELEMENT -> feedback("csr-elements", id);
            case ROOT_PROJECT -> feedback("root-projects", id);
            case STORY -> feedback("stories", id);
            case LECTURE -> feedback("lectures", id);
            // A plan is that of its year, which its pairs of months never leave.
            case LECTURE_PLAN -> feedback("lecture-plans", month.getYear());
            case SUPPLY_REPORT -> feedback("supply-reports", id);
        };
    }

    private static String feedback(String collection, Object key) {
        return "/api/feedback/v1/" + collection + "/" + key;
    }
}
