package org.huisheng.feedback.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.request.Numbers;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** From a report that is approved to a project that is closed, with what the figures hear of it. */
@ApplicationScoped
class RunProject {

    private final RootProjects projects;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    RunProject(RootProjects projects, Outbox outbox, Caller caller, Clock clock) {
        this.projects = projects;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    RootProject approve(UUID id, @Nullable Long expected, @Nullable String words) {
        var project = current(id, expected);
        var now = clock.instant();
        project.approve(caller.name(), now);
        return noted(project, ProjectStep.APPROVED, words, now);
    }

    @Transactional
    RootProject reach(UUID id, @Nullable Long expected, int number, LocalDate day) {
        var project = mine(id, expected);
        var place = place(number, project.milestones().size(), "project-milestone");
        var now = clock.instant();
        requirePast("/reachedOn", day, now);
        project.reach(place, day, now);
        return noted(
                project,
                ProjectStep.MILESTONE_REACHED,
                project.milestones().get(place).title() + " " + day,
                now);
    }

    @Transactional
    RootProject act(UUID id, @Nullable Long expected, int number, LocalDate day) {
        var project = mine(id, expected);
        var place = place(number, project.actions().size(), "project-action");
        var now = clock.instant();
        requirePast("/doneOn", day, now);
        project.act(place, day, now);
        return noted(
                project, ProjectStep.ACTION_DONE, project.actions().get(place).title() + " " + day, now);
    }

    @Transactional
    RootProject measure(UUID id, @Nullable Long expected, int number, BigDecimal value) {
        var project = mine(id, expected);
        var place = place(number, project.effects().size(), "project-indicator");
        var now = clock.instant();
        project.measure(place, value, now);
        var effect = project.effects().get(place);
        var words = effect.name() + " " + Numbers.plain(value) + " " + effect.unit();
        return noted(project, ProjectStep.MEASURED, words, now);
    }

    @Transactional
    RootProject evaluate(UUID id, @Nullable Long expected, String conclusion) {
        var project = mine(id, expected);
        var now = clock.instant();
        outbox.append(project.evaluate(conclusion, caller.name(), now), project::version);
        return noted(project, ProjectStep.EVALUATED, conclusion, now);
    }

    @Transactional
    RootProject close(UUID id, @Nullable Long expected, @Nullable String words) {
        var project = current(id, expected);
        var now = clock.instant();
        outbox.append(project.close(caller.name(), now), project::version);
        return noted(project, ProjectStep.CLOSED, words, now);
    }

    private static int place(int number, int many, String what) {
        if (number < 1 || number > many) {
            throw new NotFound(what, number);
        }
        return number - 1;
    }

    private static void requirePast(String path, LocalDate day, Instant now) {
        if (day.isAfter(LocalDate.ofInstant(now, BusinessCalendar.ZONE))) {
            throw new RuleViolated(List.of(new Violation(path, "in-the-future")));
        }
    }

    private RootProject noted(RootProject project, ProjectStep step, @Nullable String words, Instant now) {
        // The project first: whoever loses a race hears of the lost update.
        projects.flush();
        projects.getEntityManager().persist(new ProjectEntry(project.id(), now, caller.name(), step, words));
        return project;
    }

    private RootProject current(UUID id, @Nullable Long expected) {
        var project = projects.require(id);
        project.verify(expected);
        return project;
    }

    private RootProject mine(UUID id, @Nullable Long expected) {
        var project = projects.require(id);
        caller.requireDepartment(project.department());
        project.verify(expected);
        return project;
    }
}
