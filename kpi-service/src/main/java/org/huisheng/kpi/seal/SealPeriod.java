package org.huisheng.kpi.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kpi.observation.FrozenMonths;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.seal.frozen.FrozenDocuments;
import org.huisheng.kpi.seal.frozen.PartsHash;

/**
 * Seals a period once two people want it. While it is read and stored nobody writes cells: an event's transaction comes
 * either before, and is in the snapshot, or after, and counts in the next open month.
 */
@ApplicationScoped
class SealPeriod {

    private final Seals seals;
    private final SealRequests requests;
    private final PartsToFreeze partsToFreeze;
    private final FrozenDocuments documents;
    private final FrozenMonths frozenMonths;
    private final Outbox outbox;
    private final SealConfig config;
    private final Clock clock;

    SealPeriod(
            Seals seals,
            SealRequests requests,
            PartsToFreeze partsToFreeze,
            FrozenDocuments documents,
            FrozenMonths frozenMonths,
            Outbox outbox,
            SealConfig config,
            Clock clock) {
        this.seals = seals;
        this.requests = requests;
        this.partsToFreeze = partsToFreeze;
        this.documents = documents;
        this.frozenMonths = frozenMonths;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** What became of somebody's wish to seal. */
    sealed interface Outcome {
        record Requested(SealRequest request) implements Outcome {}

        record Sealed(Seal seal) implements Outcome {}
    }

    /** @param mayRequest whether they may be the first of the two */
    @Transactional
    Outcome seal(Period period, String by, boolean mayRequest) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (period.from().isAfter(LocalDate.ofInstant(now, Period.ZONE))) {
            throw new RuleViolated("period-not-begun", period.text());
        }
        seals.hold();
        if (seals.holds(period)) {
            throw new Conflict("already-sealed", period.text());
        }
        var request = requests.open(period, now);
        if (request.isEmpty()) {
            return new Outcome.Requested(request(period, by, mayRequest, now));
        }
        if (request.get().requestedBy().equals(by)) {
            throw new Conflict("second-person-needed", period.text());
        }
        return new Outcome.Sealed(seal(request.get(), by, now));
    }

    private SealRequest request(Period period, String by, boolean mayRequest, Instant now) {
        if (!mayRequest) {
            throw new NotAllowed("office-requests-seals");
        }
        var request = new SealRequest(period, by, now, now.plus(config.requestLife()));
        requests.add(request);
        return request;
    }

    private Seal seal(SealRequest request, String by, Instant now) {
        var period = request.period();
        var periods =
                period.within().stream().filter(inner -> !seals.holds(inner)).toList();
        frozenMonths.holdCells();
        var parts = partsToFreeze.of(period, periods);
        var hash = new PartsHash();
        parts.forEach(part -> hash.add(part.kind(), part.period(), part.department(), part.hash()));
        var seal = Seal.after(
                seals.last().orElse(null),
                request,
                by,
                now,
                hash.hashes(),
                seals.auditHead().orElse(null));
        seals.add(seal, periods);
        documents.add(seal.sequence(), parts);
        frozenMonths.freeze(period.months());
        requests.remove(period);
        outbox.append(seal.asEvent(periods));
        return seal;
    }
}
