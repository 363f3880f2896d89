package org.huisheng.kpi.contract.conclusion;

import java.util.List;
import java.util.function.Supplier;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Problem.RenderedViolation;
import org.huisheng.kit.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;

/** What is wrong with terms nobody has concluded or published yet. @param violations none if they are sound */
public record TermsCheck(List<RenderedViolation> violations) {

    /** @param rules the same that decide when it is meant, refusing what is against them */
    public static TermsCheck of(Supplier<?> rules, ProblemTexts texts, @Nullable String language) {
        try {
            var _ = rules.get();
            return new TermsCheck(List.of());
        } catch (RuleViolated refusal) {
            return new TermsCheck(texts.render(refusal.violations(), ProblemTexts.negotiate(language)));
        }
    }
}
