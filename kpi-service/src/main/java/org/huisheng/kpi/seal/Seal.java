package org.huisheng.kpi.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huisheng.events.KpiEvent.PeriodSealed;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.seal.frozen.CanonicalJson;
import org.huisheng.kpi.seal.frozen.Kind;
import org.huisheng.kpi.seal.frozen.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain. It never changes.
 *
 * @param sequence its place in the chain, from 1
 * @param previousHash of the seal before, null of the first
 * @param auditHead null in seals from before it was asked for, and where there was nothing in the log
 * @param hash of everything else here
 */
record Seal(
        long sequence,
        Period period,
        Instant sealedAt,
        String requestedBy,
        String confirmedBy,
        String cellsHash,
        String contractsHash,
        String ratesHash,
        String scoresHash,
        @Nullable String previousHash,
        @JsonInclude(Include.NON_NULL) @Nullable AuditHead auditHead,
        String hash) {

    /** Where the service's audit log ended. Whoever has the seal misses what is cut off or rewritten before that. */
    record AuditHead(long position, String hash) {}

    /** What the hash is of; without a head it is what it was before there was one. */
    private record Hashed(
            long sequence,
            Period period,
            Instant sealedAt,
            String requestedBy,
            String confirmedBy,
            String cellsHash,
            String contractsHash,
            String ratesHash,
            String scoresHash,
            @Nullable String previousHash,
            @JsonInclude(Include.NON_NULL) @Nullable AuditHead auditHead) {}

    static Seal after(
            @Nullable Seal previous,
            SealRequest request,
            String confirmedBy,
            Instant now,
            Map<Kind, String> hashes,
            @Nullable AuditHead auditHead) {
        var open = new Seal(
                previous == null ? 1 : previous.sequence + 1,
                request.period(),
                now,
                request.requestedBy(),
                confirmedBy,
                hashes.getOrDefault(Kind.CELLS, ""),
                hashes.getOrDefault(Kind.CONTRACTS, ""),
                hashes.getOrDefault(Kind.RATES, ""),
                hashes.getOrDefault(Kind.SCORES, ""),
                previous == null ? null : previous.hash,
                auditHead,
                "");
        return open.with(open.hashed());
    }

    private Seal with(String itsHash) {
        return new Seal(
                sequence,
                period,
                sealedAt,
                requestedBy,
                confirmedBy,
                cellsHash,
                contractsHash,
                ratesHash,
                scoresHash,
                previousHash,
                auditHead,
                itsHash);
    }

    /** What its hash must be. */
    String hashed() {
        return Sha256.of(CanonicalJson.of(new Hashed(
                sequence,
                period,
                sealedAt,
                requestedBy,
                confirmedBy,
                cellsHash,
                contractsHash,
                ratesHash,
                scoresHash,
                previousHash,
                auditHead)));
    }

    /** @param periods all that it closes */
    PeriodSealed asEvent(List<Period> periods) {
        return new PeriodSealed(
                sequence,
                period.text(),
                periods.stream().map(Period::text).sorted().toList(),
                hash,
                sealedAt);
    }

    Map<Kind, String> partHashes() {
        return Map.of(
                Kind.CELLS, cellsHash,
                Kind.CONTRACTS, contractsHash,
                Kind.RATES, ratesHash,
                Kind.SCORES, scoresHash);
    }
}
