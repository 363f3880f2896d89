package org.huisheng.gateway.analyst;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;

/** Ends a key for good. Of two revocations the first counts. */
@ApplicationScoped
class RevokeAnalystKey {

    private final AnalystKeys keys;
    private final Clock clock;

    RevokeAnalystKey(AnalystKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    AnalystKey revoke(UUID id, String by) throws SQLException {
        keys.revoke(id, clock.instant(), by);
        return keys.find(id).orElseThrow(() -> new NotFound("analyst-key", id));
    }
}
