package org.huisheng.gateway.analyst;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.huisheng.gateway.analyst.CreateAnalystKey.Created;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Gives a key another secret. */
@ApplicationScoped
class RotateAnalystKey {

    /** Longer, and it is not one key any more that is being changed but two in use. */
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final AnalystKeys keys;
    private final AnalystConfig config;
    private final Clock clock;

    RotateAnalystKey(AnalystKeys keys, AnalystConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** @param overlapSeconds how long the old secret stays valid, null for the usual time */
    Created rotate(UUID id, @Nullable Long overlapSeconds) throws SQLException {
        var overlap = overlap(overlapSeconds);
        var secret = Secret.make();
        var rotated = keys.rotate(id, secret, clock.instant(), overlap);
        var key = keys.find(id).orElseThrow(() -> new NotFound("analyst-key", id));
        if (!rotated) {
            throw new Conflict("analyst-key-ended");
        }
        return new Created(key, secret);
    }

    private Duration overlap(@Nullable Long seconds) {
        if (seconds == null) {
            return config.rotationOverlap();
        }
        if (seconds < 0 || seconds > LONGEST_OVERLAP.toSeconds()) {
            throw new RuleViolated(
                    List.of(new Violation("/overlapSeconds", "out-of-range", 0, LONGEST_OVERLAP.toSeconds())));
        }
        return Duration.ofSeconds(seconds);
    }
}
