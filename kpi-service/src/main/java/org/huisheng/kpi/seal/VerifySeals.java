package org.huisheng.kpi.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** Proves that nothing sealed has changed, seal by seal. */
@ApplicationScoped
class VerifySeals {

    /** Enough to know where to look. */
    private static final int FINDINGS = 1000;

    private final Database database;
    private final Seals seals;
    private final SealCheck check;

    VerifySeals(Database database, Seals seals, SealCheck check) {
        this.database = database;
        this.seals = seals;
        this.check = check;
    }

    /** What a seal can be at odds with. */
    enum Discrepancy {
        /** It does not follow the seal before. */
        CHAIN,
        /** Its own hash is not that of what it says. */
        HASH,
        /** Its parts are not those that were sealed. */
        PARTS,
        /** The document of a part has changed. */
        DOCUMENT,
        /** Present cells are no longer the frozen ones. */
        CELLS,
        /** The audit log is not the one it saw, or has lost its end. */
        AUDIT,
        /** Its months or periods are no longer closed. */
        PERIODS,
        /** Frozen contract and cells come to another score by now. */
        SCORE
    }

    record Finding(
            long sequence,
            Period period,
            Discrepancy what,
            @Nullable String department) {}

    /**
     * @param sealed how many seals were looked at
     * @param broken what somebody has changed
     * @param differing scores that the present code or thresholds would not come to; the sealed ones hold
     * @param last of those looked at, after which there are more; null when these were all
     */
    record Verification(
            long sealed,
            List<Finding> broken,
            List<Finding> differing,
            @Nullable Long last) {}

    /** Each seal is a moment of its own, so that no snapshot is kept open for long. */
    Verification verify(long after, int limit) {
        var rows = seals.after(after, limit + 1);
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var findings = new ArrayList<Finding>();
        var previous = after == 0
                ? null
                : seals.after(after - 1, 1).stream().findFirst().orElse(null);
        for (var seal : page) {
            var before = previous;
            if (findings.size() < FINDINGS) {
                findings.addAll(database.snapshot(() -> check.findings(seal, before)));
            }
            previous = seal;
        }
        var last = rows.size() > limit ? page.getLast().sequence() : null;
        return new Verification(page.size(), findings(findings, false), findings(findings, true), last);
    }

    private static List<Finding> findings(List<Finding> all, boolean differing) {
        return all.stream()
                .filter(finding -> (finding.what == Discrepancy.SCORE) == differing)
                .toList();
    }
}
