package org.huisheng.kpi.contract.item;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.huisheng.kpi.contract.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * A veto that struck, or a bonus that was granted. It is never deleted, only revoked.
 *
 * @param contract the version it was entered for; it counts for others that have an item of its code, too
 * @param points what a bonus gives, null for a veto
 */
public record ItemRecord(
        UUID id,
        UUID contract,
        String department,
        YearMonth month,
        String item,
        ItemKind kind,
        @Nullable BigDecimal points,
        String evidence,
        @Nullable String link,
        String recordedBy,
        Instant recordedAt,
        @Nullable Revocation revocation) {

    public record Revocation(String revokedBy, Instant revokedAt, String reason) {}

    ItemRecord revoked(Revocation by) {
        return new ItemRecord(
                id, contract, department, month, item, kind, points, evidence, link, recordedBy, recordedAt, by);
    }

    /** When it was entered or revoked. */
    public Instant changedAt() {
        return revocation == null ? recordedAt : revocation.revokedAt();
    }
}
