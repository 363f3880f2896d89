package org.huisheng.survey.questionnaire;

import java.util.ArrayList;
import java.util.List;
import org.huisheng.kit.problem.Violation;

/** What is wrong with a response so far. It stops growing somewhere: nobody reads the thousandth. */
final class Report {

    private static final int MOST = 200;

    private final List<Violation> violations = new ArrayList<>(0);

    void add(Violation violation) {
        if (violations.size() < MOST) {
            violations.add(violation);
        }
    }

    int size() {
        return violations.size();
    }

    List<Violation> violations() {
        return violations;
    }
}
