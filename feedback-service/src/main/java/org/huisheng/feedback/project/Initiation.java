package org.huisheng.feedback.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.huisheng.feedback.intake.FieldDigest;

/** What an initiation report says. */
record Initiation(
        String name,
        String department,
        String problem,
        String goal,
        int year,
        LocalDate beginsOn,
        LocalDate endsOn,
        BigDecimal budget,
        List<Party> parties,
        List<AgreedAction> actions,
        List<Stop> milestones,
        List<Effect> effects) {

    /** Alone nobody plants a root. */
    static final int FEWEST_PARTIES = 2;

    byte[] digest() {
        return FieldDigest.of(
                name, department, problem, goal, year, beginsOn, endsOn, budget, parties, actions, milestones, effects);
    }

    static boolean isShared(List<Party> parties, List<AgreedAction> actions) {
        var taking = IntStream.range(0, parties.size())
                .filter(place -> actions.stream().anyMatch(action -> action.party() == place))
                .count();
        return taking >= FEWEST_PARTIES;
    }

    static BigDecimal covered(List<Party> parties) {
        return parties.stream().map(Party::share).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
