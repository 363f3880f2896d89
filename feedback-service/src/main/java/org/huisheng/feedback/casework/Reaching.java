package org.huisheng.feedback.casework;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huisheng.feedback.casework.Case.Step;
import org.huisheng.feedback.intake.Stakeholder;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.Nullable;

/** How the stakeholder of a case is reached, written down or put right once there is a case. */
public final class Reaching {

    /** What a step says was changed: which, and never to what. */
    private enum Part {
        NAME(Stakeholder::name),
        PHONE(Stakeholder::phone),
        EMAIL(Stakeholder::email),
        ORGANISATION(Stakeholder::organisation);

        private final Function<Stakeholder, @Nullable String> value;

        Part(Function<Stakeholder, @Nullable String> value) {
            this.value = value;
        }

        boolean differs(Stakeholder one, Stakeholder other) {
            return !Objects.equals(value.apply(one), value.apply(other));
        }
    }

    private Reaching() {}

    /**
     * @param writer the department of who says so, null of one that belongs to none: whoever is to be judged by the answer
     *     does not choose who is asked for it, now or when the case has come to them
     * @return empty when it stands there already
     */
    public static Optional<Step> by(Case matter, @Nullable Stakeholder next, @Nullable String writer, Act act) {
        matter.requireKnownStakeholder();
        if (matter.status() == CaseStatus.CLOSED) {
            throw new Conflict("case-closed");
        }
        var known = Optional.ofNullable(matter.intake().stakeholder()).orElse(Stakeholder.UNKNOWN);
        var said = next == null ? Stakeholder.UNKNOWN : next;
        var wasVouched = matter.isContactVouched();
        var vouches = writer == null || !matter.hasPart(writer);
        // Who repeats what stands there answers for it only where nobody from elsewhere did.
        var by = sameRoads(known, said) && (wasVouched || !vouches)
                ? matter.contactBy().orElse(null)
                : writer;
        var isVouched = by == null || !matter.hasPart(by);
        if (known.equals(said) && isVouched == wasVouched) {
            return Optional.empty();
        }
        var changed = Stream.of(Part.values())
                .filter(part -> part.differs(known, said))
                .map(Part::name)
                .collect(Collectors.joining(" "));
        matter.reachedBy(next, by);
        return Optional.of(matter.aside(StepKind.CONTACT_CHANGED, Particulars.reach(changed, isVouched), act));
    }

    private static boolean sameRoads(Stakeholder one, Stakeholder other) {
        return !Part.PHONE.differs(one, other) && !Part.EMAIL.differs(one, other);
    }
}
