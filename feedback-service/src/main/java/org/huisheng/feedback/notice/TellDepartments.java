package org.huisheng.feedback.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.StepFollower;
import org.huisheng.feedback.casework.TimelineEntry;
import org.huisheng.kit.platform.Uuid7;
import org.jspecify.annotations.Nullable;

/**
 * A department hears of the cases it gets, and of what others do to those it has. Where it has nobody, nobody does: the office
 * has just given the case away, or hears of it by the ladder.
 */
@ApplicationScoped
class TellDepartments implements StepFollower {

    private final Recipients recipients;
    private final TellStaff tellStaff;

    TellDepartments(Recipients recipients, TellStaff tellStaff) {
        this.recipients = recipients;
        this.tellStaff = tellStaff;
    }

    @Override
    public void follow(Case matter, TimelineEntry entry) {
        var department = entry.department().orElse(null);
        switch (entry.step()) {
            case ASSIGNED, TRANSFERRED ->
                tell(Occasion.ASSIGNMENT, department, matter, matter.deadlines().responseDueAt(), entry);
            case DISPUTED -> {
                var due = matter.deadlines().resolutionDueAt();
                tell(Occasion.DISPUTE, department, matter, due, entry);
                matter.firstReceiver()
                        .filter(first -> !first.equals(department))
                        .ifPresent(first -> tell(Occasion.DISPUTE, first, matter, due, entry));
            }
            case RESUMED, NOTED -> {
                var due = matter.deadlines().resolutionDueAt();
                switch (entry.actor()) {
                    case Act.CLOCK -> tell(Occasion.WAITING_OVER, department, matter, due, entry);
                    case Act.STAKEHOLDER -> tell(Occasion.ANSWER, department, matter, due, entry);
                    default -> {}
                }
            }
            default -> {}
        }
    }

    private void tell(
            Occasion occasion, @Nullable String department, Case matter, @Nullable Instant dueAt, TimelineEntry entry) {
        if (department != null) {
            var news = new News(occasion, matter.id(), department, dueAt);
            tellStaff.write(recipients.who(Audience.LIAISON, department), Uuid7.at(entry.at()), news, entry.at());
        }
    }
}
