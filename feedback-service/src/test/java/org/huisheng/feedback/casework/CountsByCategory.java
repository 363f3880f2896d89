package org.huisheng.feedback.casework;

import java.util.HashMap;
import java.util.Map;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseDisputed;
import org.huisheng.events.FeedbackEvent.CaseMerged;
import org.huisheng.events.FeedbackEvent.CaseRecategorised;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseSeparated;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.CaseTransferred;

/** Sums of what each event adds to a category and takes from it, beside what the cases themselves say. */
final class CountsByCategory {

    private final Map<String, Integer> counts = new HashMap<>();

    void add(FeedbackEvent event) {
        switch (event) {
            case CaseAssigned step when step.previousDepartment() == null -> count("received", step.category(), 1);
            case CaseTransferred step -> count("responded", step.category(), -1);
            case CaseStarted step when !step.reopened() -> count("responded", step.category(), 1);
            case CaseResolved step -> count("resolved", step.category(), 1);
            case CaseDisputed step -> count("resolved", step.category(), -1);
            case CaseMerged step when step.department() != null -> leave(step.category(), step.responded(), -1);
            case CaseSeparated step when step.department() != null -> leave(step.category(), step.responded(), 1);
            case CaseRecategorised step -> {
                move(step, step.previousCategory(), -1);
                move(step, step.category(), 1);
            }
            default -> {}
        }
    }

    void expect(Case matter) {
        switch (matter.status()) {
            case RECEIVED, MERGED -> {}
            case ASSIGNED -> leave(matter.category(), false, 1);
            case IN_PROGRESS, WAITING, DISPUTED -> leave(matter.category(), true, 1);
            case RESOLVED, UNREACHABLE, CONFIRMED, CLOSED -> {
                leave(matter.category(), true, 1);
                count("resolved", matter.category(), 1);
            }
        }
    }

    private void move(CaseRecategorised step, String category, int sign) {
        leave(category, step.responded(), sign);
        if (step.resolved()) {
            count("resolved", category, sign);
        }
    }

    private void leave(String category, boolean responded, int sign) {
        count("received", category, sign);
        if (responded) {
            count("responded", category, sign);
        }
    }

    private void count(String what, String category, int sign) {
        counts.merge(what + ' ' + category, sign, Integer::sum);
    }

    Map<String, Integer> counts() {
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
