package org.huisheng.kpi.contract.conclusion;

import java.time.LocalDate;
import java.util.UUID;
import org.huisheng.kpi.contract.Terms;
import org.jspecify.annotations.Nullable;

/** A contract that keeps the rules and is not concluded yet. */
public record Agreed(
        String department,
        int year,
        LocalDate effectiveFrom,
        @Nullable UUID template,
        Terms terms) {}
