package org.huisheng.feedback.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.post.Posts;
import org.huisheng.feedback.process.Processes.Filter;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.Nullable;

/** The office keeps the register of processes. */
@ApplicationScoped
class KeepProcesses {

    private final Processes processes;
    private final Posts posts;
    private final Departments departments;

    KeepProcesses(Processes processes, Posts posts, Departments departments) {
        this.processes = processes;
        this.posts = posts;
        this.departments = departments;
    }

    /** @param former steps that were given up */
    record Whole(String code, long version, ProcessTerms terms, List<Step> former) {

        static Whole of(Process process) {
            return new Whole(process.code(), process.version(), process.terms(), process.formerSteps());
        }
    }

    /** @param isNew whether there was none of the code */
    record Kept(Whole process, boolean isNew) {}

    @Transactional
    Kept put(String code, @Nullable Long expected, ProcessChange change) {
        if (change.department() != null) {
            departments.requireActive("/department", change.department());
        }
        var known = processes.findById(code);
        if (known == null) {
            if (expected != null) {
                throw new Outdated();
            }
            var terms = change.over(code, null);
            requireKnownPosts(terms, Set.of());
            var made = new Process(code, terms);
            processes.add(made);
            processes.flush();
            return new Kept(Whole.of(made), true);
        }
        known.verify(expected);
        var before = known.terms();
        var terms = change.over(code, before);
        requireKnownPosts(terms, before.posts().collect(Collectors.toSet()));
        known.become(terms);
        processes.flush();
        return new Kept(Whole.of(known), false);
    }

    /** A post that was given up may stay where it is named already. */
    private void requireKnownPosts(ProcessTerms terms, Set<String> named) {
        var checks = new Checks();
        var known = new HashSet<>(named);
        for (var i = 0; i < terms.steps().size(); i++) {
            check(checks, "/steps/" + i + "/post", terms.steps().get(i).post(), known);
        }
        for (var i = 0; i < terms.duties().size(); i++) {
            check(checks, "/duties/" + i + "/post", terms.duties().get(i).post(), known);
        }
        checks.passed();
    }

    private void check(Checks checks, String path, @Nullable String post, Set<String> known) {
        if (post == null || known.contains(post)) {
            return;
        }
        if (posts.isActive(post)) {
            known.add(post);
        } else {
            checks.add(path, "unknown-post", post);
        }
    }

    @Transactional
    Whole one(String code) {
        return Whole.of(processes.require(code));
    }

    @Transactional
    List<Process> page(Filter filter, String after, int limit) {
        return processes.page(filter, after, limit);
    }
}
