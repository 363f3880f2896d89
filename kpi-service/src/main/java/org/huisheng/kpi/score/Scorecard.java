package org.huisheng.kpi.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.huisheng.kpi.scoring.ContractScore;
import org.jspecify.annotations.Nullable;

/**
 * A department's contract with what it came to.
 *
 * @param asOf when the last thing it rests on changed
 * @param sealed whether it was read from a seal, and so is for ever
 */
public record Scorecard(Named department, ContractScore score, Instant asOf, boolean sealed) {

    /**
     * A department as it was called.
     *
     * @param nameEn null of what was sealed before seals kept it
     */
    public record Named(
            String code,
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String nameEn) {}

    /** As a seal keeps it. */
    public Scorecard frozen() {
        return new Scorecard(department, score, asOf, true);
    }
}
