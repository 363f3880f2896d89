package org.huisheng.feedback.report;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.comment.Endorsements;
import org.huisheng.feedback.report.GovernmentReport.Sent;
import org.huisheng.feedback.report.Reports.Filter;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.Moments;
import org.huisheng.kit.audit.AuditTrail;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Registers reports and their reception. */
@ApplicationScoped
class KeepReports {

    private final Reports reports;
    private final Endorsements endorsements;
    private final List<ReceptionFollower> followers;
    private final Caller caller;
    private final AuditTrail trail;
    private final Clock clock;

    KeepReports(
            Reports reports,
            Endorsements endorsements,
            @All List<ReceptionFollower> followers,
            Caller caller,
            AuditTrail trail,
            Clock clock) {
        this.reports = reports;
        this.endorsements = endorsements;
        this.followers = followers;
        this.caller = caller;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Registered(GovernmentReport report, boolean isNew) {}

    @Transactional
    Registered register(@Nullable UUID chosenId, Sent sent) {
        if (chosenId != null) {
            reports.inTurn(chosenId);
            var known = reports.findById(chosenId);
            if (known != null) {
                if (!known.wasMadeOf(sent)) {
                    throw new Conflict("report-differs", chosenId);
                }
                return new Registered(known, false);
            }
        }
        var now = clock.instant();
        var report = new GovernmentReport(chosenId == null ? Uuid7.at(now) : chosenId, sent, caller.name(), now);
        reports.persistAndFlush(report);
        trail.makes(report.id());
        return new Registered(report, true);
    }

    @Transactional
    GovernmentReport receive(
            UUID id, @Nullable Long expected, Instant at, @Nullable String by, @Nullable UUID endorsement) {
        var report = reports.require(id);
        report.verify(expected);
        if (endorsement != null) {
            endorsements.require("/endorsement", endorsement);
        }
        report.receive(Moments.past(at, clock.instant()), by, endorsement);
        reports.flush();
        followers.forEach(follower -> follower.follow(id, endorsement, clock.instant()));
        return report;
    }

    @Transactional
    GovernmentReport read(UUID id) {
        return reports.require(id);
    }

    @Transactional
    List<GovernmentReport> latest(Filter filter, @Nullable Keyset after, int limit) {
        return reports.latest(filter, after, limit);
    }
}
