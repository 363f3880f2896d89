package org.huisheng.feedback.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.huisheng.feedback.process.KeepProcesses.Whole;
import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** Processes as clients send and see them. */
final class ProcessJson {

    private ProcessJson() {}

    record StepRequest(
            @Nullable String code,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String post) {

        static final StepRequest NONE = new StepRequest(null, null, null, null);

        Step check(Checks checks, String path) {
            return new Step(
                    checks.code(path + "/code", code),
                    checks.text(path + "/name", name, 100),
                    checks.optionalText(path + "/nameEn", nameEn, 100),
                    checks.optionalText(path + "/post", post, 64));
        }
    }

    record PostDutyRequest(@Nullable String post, @Nullable String duty) {

        static final PostDutyRequest NONE = new PostDutyRequest(null, null);

        PostDuty check(Checks checks, String path) {
            return new PostDuty(checks.optionalText(path + "/post", post, 64), checks.text(path + "/duty", duty, 500));
        }
    }

    record ProvisionRequest(
            @Nullable String code,
            @Nullable String title,
            @Nullable String reference) {

        static final ProvisionRequest NONE = new ProvisionRequest(null, null, null);

        Provision check(Checks checks, String path) {
            return new Provision(
                    checks.optionalText(path + "/code", code, 64),
                    checks.text(path + "/title", title, 200),
                    checks.optionalText(path + "/reference", reference, 500));
        }
    }

    /** What is not said besides the names stays as it is; a list that is said replaces the one there was. */
    record ProcessRequest(
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String department,
            @Nullable Boolean keyProcess,
            @Nullable Boolean typicalBusiness,
            @Nullable Boolean active,
            @Nullable List<@Nullable StepRequest> steps,
            @Nullable List<@Nullable PostDutyRequest> duties,
            @Nullable List<@Nullable ProvisionRequest> standards,
            @Nullable List<@Nullable ProvisionRequest> institutions,
            @Nullable List<@Nullable ProvisionRequest> performance) {

        ProcessChange check(String code) {
            var checks = new Checks();
            checks.code("/code", code);
            var change = new ProcessChange(
                    checks.text("/name", name, 100),
                    checks.text("/nameEn", nameEn, 100),
                    checks.optionalText("/department", department, 64),
                    keyProcess,
                    typicalBusiness,
                    active,
                    distinct(checks, each(checks, "/steps", steps, Step.MOST, StepRequest.NONE, StepRequest::check)),
                    each(checks, "/duties", duties, PostDuty.MOST, PostDutyRequest.NONE, PostDutyRequest::check),
                    provisions(checks, "/standards", standards),
                    provisions(checks, "/institutions", institutions),
                    provisions(checks, "/performance", performance));
            checks.passed();
            return change;
        }

        private static @Nullable List<Provision> provisions(
                Checks checks, String path, @Nullable List<@Nullable ProvisionRequest> said) {
            return each(checks, path, said, Provision.MOST, ProvisionRequest.NONE, ProvisionRequest::check);
        }

        /** How one entry of a list is read. */
        private interface Reading<R, T> {
            T read(R said, Checks checks, String path);
        }

        private static <R, T> @Nullable List<T> each(
                Checks checks, String path, @Nullable List<@Nullable R> said, int most, R none, Reading<R, T> reading) {
            if (said == null) {
                return null;
            }
            if (said.size() > most) {
                checks.add(path, "too-many", most);
            }
            var all = new ArrayList<T>();
            for (var i = 0; i < Math.min(said.size(), most); i++) {
                var place = path + "/" + i;
                all.add(reading.read(checks.required(place, said.get(i), none), checks, place));
            }
            return all;
        }

        private static @Nullable List<Step> distinct(Checks checks, @Nullable List<Step> steps) {
            var seen = new HashSet<String>();
            for (var i = 0; steps != null && i < steps.size(); i++) {
                if (!seen.add(steps.get(i).code())) {
                    checks.add(
                            "/steps/" + i + "/code", "code-twice", steps.get(i).code());
                }
            }
            return steps;
        }
    }

    /** A process in a list, without what belongs to it. */
    record ProcessLine(
            String code,
            String name,
            String nameEn,
            @Nullable String department,
            boolean keyProcess,
            boolean typicalBusiness,
            boolean active) {

        static ProcessLine of(Process process) {
            var profile = process.profile();
            return new ProcessLine(
                    process.code(),
                    profile.name(),
                    profile.nameEn(),
                    profile.department(),
                    profile.keyProcess(),
                    profile.typicalBusiness(),
                    profile.active());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record ProcessPage(List<ProcessLine> items, @Nullable String next) {}

    record ProcessStepView(
            String code,
            String name,
            @Nullable String nameEn,
            @Nullable String post) {

        static ProcessStepView of(Step step) {
            return new ProcessStepView(step.code(), step.name(), step.nameEn(), step.post());
        }
    }

    record PostDutyView(@Nullable String post, String duty) {

        static PostDutyView of(PostDuty duty) {
            return new PostDutyView(duty.post(), duty.duty());
        }
    }

    record ProvisionView(
            @Nullable String code, String title, @Nullable String reference) {

        static List<ProvisionView> of(List<Provision> provisions) {
            return provisions.stream()
                    .map(one -> new ProvisionView(one.code(), one.title(), one.reference()))
                    .toList();
        }
    }

    /** @param formerSteps that were given up, which cases may still name */
    record ProcessView(
            String code,
            String name,
            String nameEn,
            @Nullable String department,
            boolean keyProcess,
            boolean typicalBusiness,
            boolean active,
            List<ProcessStepView> steps,
            List<PostDutyView> duties,
            List<ProvisionView> standards,
            List<ProvisionView> institutions,
            List<ProvisionView> performance,
            List<ProcessStepView> formerSteps) {

        static ProcessView of(Whole whole) {
            var terms = whole.terms();
            var profile = terms.profile();
            return new ProcessView(
                    whole.code(),
                    profile.name(),
                    profile.nameEn(),
                    profile.department(),
                    profile.keyProcess(),
                    profile.typicalBusiness(),
                    profile.active(),
                    terms.steps().stream().map(ProcessStepView::of).toList(),
                    terms.duties().stream().map(PostDutyView::of).toList(),
                    ProvisionView.of(terms.standards()),
                    ProvisionView.of(terms.institutions()),
                    ProvisionView.of(terms.performance()),
                    whole.former().stream().map(ProcessStepView::of).toList());
        }
    }
}
