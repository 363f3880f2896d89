package org.huisheng.kpi.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.kit.event.ReceivedEvent;

/**
 * Turns a batch of events into observations and cells. Idempotent, and indifferent to order: what is known already
 * changes nothing, a withdrawal undoes its response or record whether it comes after, before or in the same batch.
 */
@ApplicationScoped
public class RecordObservations {

    private final ObservationRows rows;
    private final Withdrawals withdrawals;
    private final FrozenMonths frozenMonths;
    private final LateMonths lateMonths;
    private final Archives archives;
    private final Clock clock;

    RecordObservations(
            ObservationRows rows,
            Withdrawals withdrawals,
            FrozenMonths frozenMonths,
            LateMonths lateMonths,
            Archives archives,
            Clock clock) {
        this.rows = rows;
        this.withdrawals = withdrawals;
        this.frozenMonths = frozenMonths;
        this.lateMonths = lateMonths;
        this.archives = archives;
        this.clock = clock;
    }

    /** @throws org.huisheng.kit.event.UnreadableEvent if one of them is implausible; then nothing was written */
    @Transactional(TxType.MANDATORY)
    public void record(List<ReceivedEvent> events) {
        var observations = new ArrayList<Observation>();
        var withdrawn = new ArrayList<ReceivedEvent>();
        for (var event : events) {
            observations.addAll(Observations.of(event));
            if (Withdrawals.source(event.event()).isPresent()) {
                Plausibility.date(event.event().occurredAt());
                withdrawn.add(event);
            }
        }
        if (observations.isEmpty() && withdrawn.isEmpty()) {
            return;
        }
        var now = clock.instant();
        withdrawals.guard(!withdrawn.isEmpty());
        var frozen = frozenMonths.read();
        var unarchived = archives.without(observations, frozen);
        if (!unarchived.isEmpty()) {
            lateMonths.remember(unarchived, frozen);
            rows.insertAndFold(unarchived, frozen, now);
        }
        if (!withdrawn.isEmpty()) {
            withdrawals.undo(withdrawn, frozen, now);
        }
    }
}
