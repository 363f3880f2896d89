package org.huisheng.feedback.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.comment.EndorsementFollower;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;

/** An endorsement that says which report it is about is what that report earned. */
@ApplicationScoped
class EarnEndorsement implements EndorsementFollower {

    private final Reports reports;
    private final KeepReports keepReports;

    EarnEndorsement(Reports reports, KeepReports keepReports) {
        this.reports = reports;
        this.keepReports = keepReports;
    }

    @Override
    public void follow(UUID endorsement, UUID report, Instant receivedAt) {
        if (reports.findById(report) == null) {
            throw new RuleViolated(List.of(new Violation("/report", "no-report", report.toString())));
        }
        keepReports.receive(report, null, receivedAt, null, endorsement);
    }
}
