package org.huisheng.feedback.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.huisheng.events.FeedbackEvent.Stage;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.Merging;
import org.huisheng.feedback.casework.StepFollower;
import org.huisheng.feedback.casework.TimelineEntry;

/** Whoever brought a duplicate hears of the case that goes on as if it were theirs. */
@ApplicationScoped
class FollowSurvivor implements StepFollower {

    private final Cases cases;
    private final Instance<CaseJournal> journal;

    FollowSurvivor(Cases cases, Instance<CaseJournal> journal) {
        this.cases = cases;
        this.journal = journal;
    }

    @Override
    public void follow(Case matter, TimelineEntry entry) {
        heard(entry).ifPresent(stage -> {
            for (var duplicate : cases.duplicatesOf(matter.id())) {
                journal.get().record(Merging.follow(duplicate, entry, stage));
            }
        });
    }

    /** What another stakeholder says is theirs alone: each confirms for themselves. */
    private static Optional<Stage> heard(TimelineEntry entry) {
        return switch (entry.step()) {
            case STARTED -> Optional.of(Stage.IN_PROGRESS);
            case RESOLVED -> Optional.of(Stage.RESOLVED);
            case DISPUTED -> Optional.of(Stage.DISPUTED);
            case CLOSED -> Optional.of(Stage.CLOSED);
            case OVERRIDDEN -> entry.to() == CaseStatus.CLOSED ? Optional.of(Stage.CLOSED) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
