package org.huisheng.feedback.notice;

import jakarta.enterprise.context.ApplicationScoped;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.StepFollower;
import org.huisheng.feedback.casework.StepKind;
import org.huisheng.feedback.casework.TimelineEntry;
import org.huisheng.kit.platform.Uuid7;

/** A department hears of the cases it gets. Where it has nobody, nobody does: the office has just given it away. */
@ApplicationScoped
class TellOfAssignments implements StepFollower {

    private final Recipients recipients;
    private final TellStaff tellStaff;

    TellOfAssignments(Recipients recipients, TellStaff tellStaff) {
        this.recipients = recipients;
        this.tellStaff = tellStaff;
    }

    @Override
    public void follow(Case matter, TimelineEntry entry) {
        if (entry.step() != StepKind.ASSIGNED && entry.step() != StepKind.TRANSFERRED) {
            return;
        }
        var department = entry.department().orElseThrow();
        var news = new News(
                Occasion.ASSIGNMENT, matter.id(), department, matter.deadlines().responseDueAt());
        tellStaff.write(recipients.who(Audience.LIAISON, department), Uuid7.at(entry.at()), news, entry.at());
    }
}
