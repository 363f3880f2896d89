package org.huisheng.kpi.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a department and the office agreed for a year. Its terms never change: a later version takes its place, once both
 * have signed that (ADR 23).
 *
 * @param effectiveFrom first day it holds
 * @param template what it was concluded from, null for terms of its own
 * @param signed whether both parties have signed
 */
public record Contract(
        UUID id,
        String department,
        int year,
        int version,
        LocalDate effectiveFrom,
        Instant createdAt,
        String createdBy,
        @Nullable UUID template,
        @JsonUnwrapped Terms terms,
        List<Signature> signatures,
        boolean signed) {

    public Contract {
        signatures = List.copyOf(signatures);
    }

    public Contract(
            UUID id,
            String department,
            int year,
            int version,
            LocalDate effectiveFrom,
            Instant createdAt,
            String createdBy,
            @Nullable UUID template,
            Terms terms,
            List<Signature> signatures) {
        this(
                id,
                department,
                year,
                version,
                effectiveFrom,
                createdAt,
                createdBy,
                template,
                terms,
                signatures,
                signatures.size() == Party.values().length);
    }

    public List<Dimension> dimensions() {
        return terms.dimensions();
    }

    public Optional<Indicator> indicator(String code) {
        return dimensions().stream()
                .flatMap(dimension -> dimension.indicators().stream())
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }

    /** When it was concluded or last signed. */
    public Instant changedAt() {
        return Stream.concat(Stream.of(createdAt), signatures.stream().map(Signature::signedAt))
                .max(Instant::compareTo)
                .orElse(createdAt);
    }
}
