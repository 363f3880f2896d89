package org.huisheng.kpi.seal;

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
        String hash) {

    /** What the hash is of. */
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
            @Nullable String previousHash) {}

    static Seal after(
            @Nullable Seal previous, SealRequest request, String confirmedBy, Instant now, Map<Kind, String> hashes) {
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
                previousHash)));
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
