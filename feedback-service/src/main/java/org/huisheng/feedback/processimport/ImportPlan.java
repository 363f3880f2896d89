package org.huisheng.feedback.processimport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huisheng.feedback.post.PostTerms;
import org.huisheng.feedback.process.PostDuty;
import org.huisheng.feedback.process.ProcessChange;
import org.huisheng.feedback.process.ProcessTerms;
import org.huisheng.feedback.process.Provision;
import org.huisheng.feedback.process.Step;
import org.huisheng.feedback.processimport.Said.OnLine;
import org.huisheng.feedback.processimport.Said.Refusal;
import org.huisheng.feedback.processimport.Said.SaidPost;
import org.huisheng.feedback.processimport.Said.SaidProcess;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** What would become of the register: the same for a trial and in earnest. */
record ImportPlan(List<Planned> things, List<Refusal> refused) {

    /** @param from null of what was not there @param to null of what is there no more */
    record FieldChange(
            String field, @Nullable String from, @Nullable String to) {

        static List<FieldChange> between(Map<String, String> before, Map<String, String> after) {
            var fields = new LinkedHashSet<>(after.keySet());
            fields.addAll(before.keySet());
            return fields.stream()
                    .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                    .map(field -> new FieldChange(field, before.get(field), after.get(field)))
                    .toList();
        }
    }

    /** What becomes of one thing. */
    sealed interface Planned {
        int line();

        String code();

        String name();

        boolean isNew();

        List<FieldChange> changes();

        record PlannedPost(int line, String code, PostTerms terms, boolean isNew, List<FieldChange> changes)
                implements Planned {
            @Override
            public String name() {
                return terms.name();
            }
        }

        record PlannedProcess(int line, String code, ProcessTerms terms, boolean isNew, List<FieldChange> changes)
                implements Planned {
            @Override
            public String name() {
                return terms.profile().name();
            }
        }
    }

    /** @param posts all of them @param processes those the file speaks of */
    record Known(Map<String, PostTerms> posts, Map<String, ProcessTerms> processes) {}

    static ImportPlan of(Said said, Known known) {
        return new Planning(known, said.refused()).plan(said);
    }

    private static final class Planning {
        private final Known known;
        private final List<Planned> things = new ArrayList<>();
        private final List<Refusal> refused;
        /** Code of each post by code, by name if no other has the same, and by the code a model gave it. */
        private final Map<String, String> posts = new HashMap<>();

        Planning(Known known, List<Refusal> refused) {
            this.known = known;
            this.refused = new ArrayList<>(refused);
        }

        ImportPlan plan(Said said) {
            var byName = new HashMap<String, String>();
            var ambiguous = new HashSet<String>();
            known.posts().forEach((code, terms) -> name(byName, ambiguous, terms.name(), code));
            for (var post : said.posts()) {
                plan(post, byName, ambiguous);
            }
            byName.keySet().removeAll(ambiguous);
            byName.forEach(posts::putIfAbsent);
            known.posts().keySet().forEach(code -> posts.put(code, code));
            said.processes().forEach(this::plan);
            refused.sort(Comparator.comparingInt(Refusal::line));
            return new ImportPlan(List.copyOf(things), List.copyOf(refused));
        }

        private static void name(Map<String, String> byName, Set<String> ambiguous, String name, String code) {
            var other = byName.putIfAbsent(name, code);
            if (other != null && !other.equals(code)) {
                ambiguous.add(name);
            }
        }

        private void plan(SaidPost post, Map<String, String> byName, Set<String> ambiguous) {
            var name = post.change().name();
            if (post.isLane() && name != null && byName.containsKey(name) && !ambiguous.contains(name)) {
                posts.put(post.code(), byName.getOrDefault(name, post.code()));
                return;
            }
            var before = known.posts().get(post.code());
            if (before == null && name == null) {
                refuse(post.line(), post.code(), new Violation("/name", "required"));
                return;
            }
            var terms = post.change().over(post.code(), before);
            things.add(new Planned.PlannedPost(
                    post.line(),
                    post.code(),
                    terms,
                    before == null,
                    FieldChange.between(before == null ? Map.of() : before.facts(), terms.facts())));
            posts.put(post.code(), post.code());
            name(byName, ambiguous, terms.name(), post.code());
        }

        private void plan(SaidProcess process) {
            var before = known.processes().get(process.code());
            var name = process.profile().name();
            if (before == null && name == null) {
                refuse(process.line(), process.code(), new Violation("/process", "unknown-process", process.code()));
                return;
            }
            var named = before == null ? Set.<String>of() : before.posts().collect(Collectors.toSet());
            var terms = change(process, named).over(process.code(), before);
            var tooMany = tooMany(terms);
            if (tooMany != null) {
                refuse(process.line(), name == null ? process.code() : name, tooMany);
                return;
            }
            things.add(new Planned.PlannedProcess(
                    process.line(),
                    process.code(),
                    terms,
                    before == null,
                    FieldChange.between(before == null ? Map.of() : before.facts(), terms.facts())));
        }

        private ProcessChange change(SaidProcess process, Set<String> named) {
            var profile = process.profile();
            var steps = process.steps();
            var duties = process.duties();
            return new ProcessChange(
                    profile.name(),
                    profile.nameEn(),
                    profile.department(),
                    profile.keyProcess(),
                    profile.typicalBusiness(),
                    profile.active(),
                    steps == null
                            ? null
                            : steps.stream().map(one -> step(one, named)).toList(),
                    duties == null
                            ? null
                            : duties.stream().map(one -> duty(one, named)).toList(),
                    profile.standards(),
                    profile.institutions(),
                    profile.performance());
        }

        private Step step(OnLine<Step> on, Set<String> named) {
            var step = on.said();
            return new Step(step.code(), step.name(), step.nameEn(), post(on.line(), step.name(), step.post(), named));
        }

        private PostDuty duty(OnLine<PostDuty> on, Set<String> named) {
            var duty = on.said();
            return new PostDuty(post(on.line(), duty.duty(), duty.post(), named), duty.duty());
        }

        /** A post that was given up may stay where it is named already. */
        private @Nullable String post(int line, String name, @Nullable String word, Set<String> named) {
            if (word == null) {
                return null;
            }
            var code = posts.get(word);
            if (code == null || !named.contains(code) && !isActive(code)) {
                refuse(line, name, new Violation("/post", "unknown-post", word));
                return null;
            }
            return code;
        }

        private boolean isActive(String code) {
            return things.stream()
                    .filter(Planned.PlannedPost.class::isInstance)
                    .map(Planned.PlannedPost.class::cast)
                    .filter(post -> post.code().equals(code))
                    .findFirst()
                    .map(post -> post.terms().active())
                    .orElseGet(() -> {
                        var terms = known.posts().get(code);
                        return terms != null && terms.active();
                    });
        }

        private static @Nullable Violation tooMany(ProcessTerms terms) {
            if (terms.steps().size() > Step.MOST) {
                return new Violation("/steps", "too-many", Step.MOST);
            }
            if (terms.duties().size() > PostDuty.MOST) {
                return new Violation("/duties", "too-many", PostDuty.MOST);
            }
            return List.of(terms.standards(), terms.institutions(), terms.performance()).stream()
                            .anyMatch(list -> list.size() > Provision.MOST)
                    ? new Violation("/standards", "too-many", Provision.MOST)
                    : null;
        }

        private void refuse(int line, String name, Violation violation) {
            refused.add(new Refusal(line, name, List.of(violation)));
        }
    }
}
