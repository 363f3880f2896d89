package org.huisheng.kpi.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kpi.period.Period;

/** Takes a request to seal back. */
@ApplicationScoped
class WithdrawRequest {

    private final Seals seals;
    private final SealRequests requests;
    private final Clock clock;

    WithdrawRequest(Seals seals, SealRequests requests, Clock clock) {
        this.seals = seals;
        this.requests = requests;
        this.clock = clock;
    }

    @Transactional
    void withdraw(Period period) {
        seals.hold();
        if (seals.holds(period)) {
            throw new Conflict("already-sealed", period.text());
        }
        if (requests.open(period, clock.instant()).isEmpty()) {
            throw new NotFound("seal-request", period);
        }
        requests.remove(period);
    }
}
