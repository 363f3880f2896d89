package org.huisheng.feedback.processimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.post.Post;
import org.huisheng.feedback.post.Posts;
import org.huisheng.feedback.process.Process;
import org.huisheng.feedback.process.Processes;
import org.huisheng.feedback.processimport.ImportPlan.Known;
import org.huisheng.feedback.processimport.ImportPlan.Planned;
import org.huisheng.feedback.processimport.Said.SaidProcess;
import org.huisheng.kit.problem.DomainException.RuleViolated;

/** Brings the register up to date from a file: all of it, or nothing if a single line is refused. */
@ApplicationScoped
class ImportRegister {

    private static final int IN_TURN = 47;

    private final Processes processes;
    private final Posts posts;
    private final Departments departments;
    private final EntityManager entities;

    ImportRegister(Processes processes, Posts posts, Departments departments, EntityManager entities) {
        this.processes = processes;
        this.posts = posts;
        this.departments = departments;
        this.entities = entities;
    }

    record Imported(ImportPlan plan, List<String> ignored) {}

    /** @throws RuleViolated in earnest, if anything is refused */
    @Transactional
    Imported run(Function<Map<String, String>, Said> reading, boolean dryRun) {
        if (!dryRun) {
            inTurn();
        }
        var said = reading.apply(departmentsByWord());
        var knownPosts = posts.all().stream().collect(Collectors.toMap(Post::code, Function.identity()));
        var knownProcesses = processes
                .ofCodes(said.processes().stream().map(SaidProcess::code).toList())
                .stream()
                .collect(Collectors.toMap(Process::code, Function.identity()));
        var plan = ImportPlan.of(said, known(knownPosts, knownProcesses));
        if (!dryRun) {
            requireNothingRefused(plan);
            plan.things().forEach(thing -> carryOut(thing, knownPosts, knownProcesses));
            entities.flush();
        }
        return new Imported(plan, said.ignored());
    }

    private static Known known(Map<String, Post> posts, Map<String, Process> processes) {
        return new Known(
                posts.values().stream().collect(Collectors.toMap(Post::code, Post::terms)),
                processes.values().stream().collect(Collectors.toMap(Process::code, Process::terms)));
    }

    private static void requireNothingRefused(ImportPlan plan) {
        var wrong = plan.refused().stream()
                .flatMap(refusal ->
                        refusal.violations().stream().map(violation -> violation.below("/lines/" + refusal.line())))
                .toList();
        if (!wrong.isEmpty()) {
            throw new RuleViolated(wrong);
        }
    }

    private void carryOut(Planned planned, Map<String, Post> knownPosts, Map<String, Process> knownProcesses) {
        switch (planned) {
            case Planned.PlannedPost thing -> {
                var post = knownPosts.get(thing.code());
                if (post == null) {
                    posts.add(new Post(thing.code(), thing.terms()));
                } else if (!thing.changes().isEmpty()) {
                    post.become(thing.terms());
                }
            }
            case Planned.PlannedProcess thing -> {
                var process = knownProcesses.get(thing.code());
                if (process == null) {
                    processes.add(new Process(thing.code(), thing.terms()));
                } else if (!thing.changes().isEmpty()) {
                    process.become(thing.terms());
                }
            }
        }
    }

    /** A department is found by its code, or by its name if no other has the same. */
    private Map<String, String> departmentsByWord() {
        var words = new HashMap<String, String>();
        var ambiguous = new HashSet<String>();
        var all = departments.active();
        for (var department : all) {
            if (words.putIfAbsent(department.name(), department.code()) != null) {
                ambiguous.add(department.name());
            }
        }
        words.keySet().removeAll(ambiguous);
        all.forEach(department -> words.put(department.code(), department.code()));
        return words;
    }

    /** Two imports of the same file would make the same processes. */
    private void inTurn() {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1, 0)) AS turn")
                .setParameter(1, IN_TURN)
                .getSingleResult();
    }
}
