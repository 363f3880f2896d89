package org.huisheng.feedback.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.Timeline;
import org.huisheng.feedback.casework.TimelineEntry;
import org.huisheng.feedback.confirmation.Confirmation.State;
import org.huisheng.feedback.department.Department;
import org.huisheng.feedback.department.Departments;

/** Shows the stakeholder what they are asked about. */
@ApplicationScoped
class ReadConfirmation {

    private final Confirmations confirmations;
    private final Cases cases;
    private final Timeline timeline;
    private final Departments departments;
    private final Clock clock;

    ReadConfirmation(
            Confirmations confirmations, Cases cases, Timeline timeline, Departments departments, Clock clock) {
        this.confirmations = confirmations;
        this.cases = cases;
        this.timeline = timeline;
        this.departments = departments;
        this.clock = clock;
    }

    /** @param steps those the stakeholder is told of */
    record Question(
            Confirmation confirmation, State state, Case matter, Department department, List<TimelineEntry> steps) {}

    @Transactional
    Question read(ConfirmationToken token) {
        var confirmation = confirmations.require(token);
        return question(confirmation, cases.require(confirmation.caseId()));
    }

    @Transactional(TxType.MANDATORY)
    Question question(Confirmation confirmation, Case matter) {
        var department = departments.findById(matter.department().orElseThrow());
        var steps = timeline.of(matter.id(), 0).stream()
                .filter(TimelineEntry::isPublic)
                .toList();
        return new Question(confirmation, confirmation.state(matter, clock.instant()), matter, department, steps);
    }
}
