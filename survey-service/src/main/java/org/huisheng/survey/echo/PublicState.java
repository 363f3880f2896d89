package org.huisheng.survey.echo;

import java.util.Optional;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseClosed;
import org.huisheng.events.FeedbackEvent.CaseConfirmed;
import org.huisheng.events.FeedbackEvent.CaseDisputed;
import org.huisheng.events.FeedbackEvent.CaseFollowed;
import org.huisheng.events.FeedbackEvent.CaseMerged;
import org.huisheng.events.FeedbackEvent.CaseOpened;
import org.huisheng.events.FeedbackEvent.CaseOverdue;
import org.huisheng.events.FeedbackEvent.CaseOverridden;
import org.huisheng.events.FeedbackEvent.CaseRecategorised;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseSeparated;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.CaseTransferred;
import org.huisheng.events.FeedbackEvent.CaseUnreachable;
import org.huisheng.events.FeedbackEvent.Stage;

/** How a case stands for the one who spoke. */
public enum PublicState {
    RECEIVED,
    IN_PROGRESS,
    RESOLVED,
    CONFIRMED,
    DISPUTED,
    CLOSED;

    /** Empty when the step is the office's own affair: whose desk a case lies on is none of the public's. */
    static Optional<PublicState> after(FeedbackEvent step) {
        return switch (step) {
            case CaseOpened _ -> Optional.of(RECEIVED);
            case CaseAssigned _, CaseTransferred _, CaseRecategorised _, CaseUnreachable _, CaseOverdue _ ->
                Optional.empty();
            case CaseStarted _ -> Optional.of(IN_PROGRESS);
            case CaseResolved _ -> Optional.of(RESOLVED);
            case CaseConfirmed _ -> Optional.of(CONFIRMED);
            case CaseDisputed _ -> Optional.of(DISPUTED);
            // Nothing the respondent said themselves: for them it stays as it was, until it is put away.
            case CaseOverridden override -> override.closed() ? Optional.of(CLOSED) : Optional.empty();
            case CaseClosed _ -> Optional.of(CLOSED);
            // From then on they hear of the case that goes on, and are not told that it is another one.
            case CaseMerged merged -> Optional.of(of(merged.stage()));
            case CaseFollowed followed -> Optional.of(of(followed.stage()));
            case CaseSeparated separated -> Optional.of(of(separated.stage()));
        };
    }

    private static PublicState of(Stage stage) {
        return switch (stage) {
            case RECEIVED -> RECEIVED;
            case IN_PROGRESS -> IN_PROGRESS;
            case RESOLVED -> RESOLVED;
            case CONFIRMED -> CONFIRMED;
            case DISPUTED -> DISPUTED;
            case CLOSED -> CLOSED;
        };
    }
}
