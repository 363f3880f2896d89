package org.huisheng.gateway.analyst;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.kit.audit.AuditTrail;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Makes a key with its first secret. */
@ApplicationScoped
class CreateAnalystKey {

    private static final int LONGEST_NAME = 100;
    private static final Pattern DEPARTMENT = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");

    /** The secret is known here and to nobody afterwards. */
    record Created(AnalystKey key, Secret secret) {}

    private final AnalystKeys keys;
    private final AnalystConfig config;
    private final AuditTrail trail;
    private final Clock clock;

    CreateAnalystKey(AnalystKeys keys, AnalystConfig config, AuditTrail trail, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.trail = trail;
        this.clock = clock;
    }

    Created create(
            String name,
            @Nullable List<String> sets,
            @Nullable String department,
            @Nullable Instant expiresAt,
            String by)
            throws SQLException {
        var now = clock.instant();
        check(name, sets, department, expiresAt, now);
        var distinct = sets == null ? null : sets.stream().distinct().toList();
        var key = AnalystKey.made(Uuid7.at(now), name, distinct, department, now, by, expiresAt);
        var secret = Secret.make();
        trail.makes(key.id());
        if (!keys.add(key, secret)) {
            throw new Conflict("analyst-key-name-taken", name);
        }
        return new Created(key, secret);
    }

    private void check(
            String name,
            @Nullable List<String> sets,
            @Nullable String department,
            @Nullable Instant expiresAt,
            Instant now) {
        var violations = new ArrayList<Violation>();
        if (name.isBlank()) {
            violations.add(new Violation("/name", "blank"));
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            violations.add(new Violation("/name", "too-long", LONGEST_NAME));
        }
        if (sets != null) {
            checkSets(sets, violations);
        }
        if (department != null && !DEPARTMENT.matcher(department).matches()) {
            violations.add(new Violation("/department", "unknown-department", department));
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            violations.add(new Violation("/expiresAt", "in-the-past"));
        }
        if (!violations.isEmpty()) {
            throw new RuleViolated(violations);
        }
    }

    private void checkSets(List<String> sets, List<Violation> violations) {
        if (sets.isEmpty()) {
            violations.add(new Violation("/sets", "blank"));
        }
        for (var i = 0; i < sets.size(); i++) {
            if (!config.sets().contains(sets.get(i))) {
                violations.add(new Violation("/sets/" + i, "unknown-set", sets.get(i)));
            }
        }
    }
}
