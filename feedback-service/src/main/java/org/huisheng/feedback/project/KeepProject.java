package org.huisheng.feedback.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.project.RootProjects.Filter;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Writes initiation reports down, and shows what there is. A liaison writes those of their department, and reads all. */
@ApplicationScoped
class KeepProject {

    private final RootProjects projects;
    private final Departments departments;
    private final Caller caller;
    private final Clock clock;

    KeepProject(RootProjects projects, Departments departments, Caller caller, Clock clock) {
        this.projects = projects;
        this.departments = departments;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param isNew false if this was a retry */
    record Initiated(RootProject project, boolean isNew) {}

    @Transactional
    Initiated initiate(@Nullable UUID chosenId, Initiation initiation) {
        caller.requireDepartment(initiation.department());
        // Before it is looked whether there is one: of two requests with one id the later finds what the earlier made.
        var number = projects.nextNumber(initiation.year());
        var known = chosenId == null ? null : projects.findById(chosenId);
        if (known != null) {
            known.requireMadeOf(initiation);
            return new Initiated(known, false);
        }
        departments.requireActive("/department", initiation.department());
        var now = clock.instant();
        var id = chosenId == null ? Uuid7.at(now) : chosenId;
        var project = new RootProject(id, number, initiation, caller.name(), now);
        projects.persistAndFlush(project);
        projects.getEntityManager().persist(new ProjectEntry(id, now, caller.name(), ProjectStep.INITIATED, null));
        return new Initiated(project, true);
    }

    @Transactional
    RootProject revise(UUID id, @Nullable Long expected, Initiation initiation) {
        var project = projects.require(id);
        caller.requireDepartment(project.department());
        caller.requireDepartment(initiation.department());
        project.verify(expected);
        if (initiation.year() != project.year()) {
            throw new RuleViolated(List.of(new Violation("/year", "project-year-fixed", project.year())));
        }
        departments.requireActive("/department", initiation.department());
        var now = clock.instant();
        project.revise(initiation, caller.name(), now);
        projects.flush();
        projects.getEntityManager().persist(new ProjectEntry(id, now, caller.name(), ProjectStep.REVISED, null));
        return project;
    }

    @Transactional
    RootProject read(UUID id) {
        return projects.require(id);
    }

    @Transactional
    List<RootProject> latest(Filter filter, @Nullable Keyset after, int limit) {
        return projects.latest(filter, after, limit);
    }

    @Transactional
    List<ProjectEntry> history(UUID id, @Nullable UUID before, int limit) {
        projects.require(id);
        return projects.history(id, before, limit);
    }
}
