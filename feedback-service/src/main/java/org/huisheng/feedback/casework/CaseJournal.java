package org.huisheng.feedback.casework;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.huisheng.feedback.casework.Case.Step;
import org.huisheng.kit.event.Outbox;

/** Writes down what happened to a case: state, timeline entry and event, in the transaction of the step. */
@ApplicationScoped
public class CaseJournal {

    private final Cases cases;
    private final Timeline timeline;
    private final Outbox outbox;
    private final CaseAccess access;
    private final List<StepObserver> observers;
    private final List<StepFollower> followers;
    private final ClockReadings clocks;

    CaseJournal(
            Cases cases,
            Timeline timeline,
            Outbox outbox,
            CaseAccess access,
            @All List<StepObserver> observers,
            @All List<StepFollower> followers,
            ClockReadings clocks) {
        this.cases = cases;
        this.timeline = timeline;
        this.outbox = outbox;
        this.access = access;
        this.observers = observers;
        this.followers = followers;
        this.clocks = clocks;
    }

    @Transactional(TxType.MANDATORY)
    public void record(Step step) {
        var matter = cases.require(step.entry().caseId());
        observers.forEach(observer -> observer.observe(matter, step.entry()));
        // The case first: whoever loses a race hears of the lost update, not of a doubled timeline entry.
        cases.flush();
        timeline.persistAndFlush(step.entry());
        step.event().ifPresent(event -> outbox.append(event, matter::version));
        followers.forEach(follower -> follower.follow(matter, step.entry()));
    }

    @Transactional(TxType.MANDATORY)
    public CaseFile recorded(Case matter, Step step) {
        record(step);
        return file(matter);
    }

    @Transactional(TxType.MANDATORY)
    public CaseFile file(Case matter) {
        return new CaseFile(
                matter,
                timeline.of(matter.id(), 0),
                access.seesPersonalData(matter),
                access.seesResponses(),
                clocks.of(matter.id()));
    }
}
