package org.huisheng.kpi.contract.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.conclusion.Findings;
import org.huisheng.kpi.contract.item.ItemRecord.Revocation;
import org.jspecify.annotations.Nullable;

/** Takes a record back, for a reason; it stays to be read. */
@ApplicationScoped
class RevokeRecord {

    private static final int REASON = 2000;

    private final ItemRecords records;
    private final Clock clock;

    RevokeRecord(ItemRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Transactional
    ItemRecord revoke(Contract contract, UUID id, @Nullable String reason, String by) {
        records.hold(id);
        var record = records.find(contract.department(), contract.year(), id)
                .orElseThrow(() -> new NotFound("item-record", id));
        var findings = new Findings();
        var stated = findings.text("/reason", findings.required("/reason", reason, "-"), REASON);
        findings.refuse();
        if (record.revocation() != null) {
            throw new Conflict("already-revoked");
        }
        var revocation = new Revocation(by, clock.instant().truncatedTo(ChronoUnit.MICROS), stated);
        records.revoke(id, revocation);
        return record.revoked(revocation);
    }
}
