package org.huisheng.kpi.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a department and the office agreed for a year. It never changes: a later version takes its place. */
public record Contract(
        UUID id,
        String department,
        int year,
        int version,
        Instant createdAt,
        String createdBy,
        List<Dimension> dimensions) {

    public Contract {
        dimensions = List.copyOf(dimensions);
    }

    public Optional<Indicator> indicator(String code) {
        return dimensions.stream()
                .flatMap(dimension -> dimension.indicators().stream())
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }
}
