package org.huisheng.feedback.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody says of a process. What they do not say stays as it is; of a list they say, all of it. */
public record ProcessChange(
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable String department,
        @Nullable Boolean keyProcess,
        @Nullable Boolean typicalBusiness,
        @Nullable Boolean active,
        @Nullable List<Step> steps,
        @Nullable List<PostDuty> duties,
        @Nullable List<Provision> standards,
        @Nullable List<Provision> institutions,
        @Nullable List<Provision> performance) {

    /** @param known null of a new one, which bears its code as long as nobody names it */
    public ProcessTerms over(String code, @Nullable ProcessTerms known) {
        var before = known == null ? unnamed(code) : known;
        return new ProcessTerms(
                profile(before.profile()),
                steps == null ? before.steps() : steps,
                duties == null ? before.duties() : duties,
                standards == null ? before.standards() : standards,
                institutions == null ? before.institutions() : institutions,
                performance == null ? before.performance() : performance);
    }

    private ProcessTerms unnamed(String code) {
        var called = name == null ? code : name;
        return new ProcessTerms(
                new ProcessProfile(called, called, null, false, false, true),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private ProcessProfile profile(ProcessProfile before) {
        return new ProcessProfile(
                name == null ? before.name() : name,
                nameEn == null ? before.nameEn() : nameEn,
                department == null ? before.department() : department,
                keyProcess == null ? before.keyProcess() : keyProcess,
                typicalBusiness == null ? before.typicalBusiness() : typicalBusiness,
                active == null ? before.active() : active);
    }
}
