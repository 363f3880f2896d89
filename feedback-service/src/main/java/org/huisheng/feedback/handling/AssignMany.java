package org.huisheng.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.kit.problem.DomainException;
import org.huisheng.kit.problem.Problem;
import org.huisheng.kit.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;

/** Gives many cases to one department. Each stands alone: one that is refused does not hold up the others. */
@ApplicationScoped
class AssignMany {

    private final AssignCase assignCase;
    private final ProblemTexts texts;

    AssignMany(AssignCase assignCase, ProblemTexts texts) {
        this.assignCase = assignCase;
        this.texts = texts;
    }

    /** A case as the caller last saw it. */
    record Chosen(UUID id, ExpectedVersion expected) {}

    /**
     * What became of one of them.
     *
     * @param version the new one, null when it was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            UUID id,
            int status,
            @Nullable Long version,
            @Nullable Problem problem) {}

    /** @return in the order of the cases */
    List<Result> assign(List<Chosen> cases, String department, Act act, Locale language) {
        return cases.stream()
                .map(chosen -> assign(chosen, department, act, language))
                .toList();
    }

    private Result assign(Chosen chosen, String department, Act act, Locale language) {
        try {
            var file = assignCase.assign(chosen.id, chosen.expected, department, act);
            return new Result(chosen.id, 200, file.matter().version(), null);
        } catch (DomainException refusal) {
            return new Result(chosen.id, refusal.status(), null, texts.render(refusal, language, null));
        }
    }
}
