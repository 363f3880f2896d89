package org.huisheng.feedback.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.request.Numbers;
import org.huisheng.kit.problem.DomainException.Conflict;

/** What others may tell of a project, once it is known what it moved. */
@ApplicationScoped
public class TellProject {

    private final RootProjects projects;

    TellProject(RootProjects projects) {
        this.projects = projects;
    }

    /** @param actions who did what @param changes indicators before and after */
    public record ToldProject(
            String name, String problem, List<String> actions, List<String> changes, String conclusion) {}

    /** @throws Conflict unless it is evaluated */
    @Transactional(TxType.MANDATORY)
    public void requireEvaluated(UUID id) {
        evaluated(id);
    }

    @Transactional(TxType.MANDATORY)
    public ToldProject of(UUID id) {
        var project = evaluated(id);
        var parties = project.parties();
        return new ToldProject(
                project.name(),
                project.problem(),
                project.actions().stream()
                        .map(action -> parties.get(action.party()).name() + "：" + action.title())
                        .toList(),
                project.effects().stream().map(TellProject::change).toList(),
                project.conclusion().orElse(""));
    }

    private RootProject evaluated(UUID id) {
        var project = projects.require(id);
        return switch (project.stage()) {
            case EVALUATED, CLOSED -> project;
            case INITIATED, RUNNING -> throw new Conflict("story-too-early", id);
        };
    }

    private static String change(Effect effect) {
        return "%s：由 %s %s变为 %s %s"
                .formatted(
                        effect.name(),
                        Numbers.plain(effect.valueBefore()),
                        effect.unit(),
                        Numbers.plain(effect.valueAfter()),
                        effect.unit());
    }
}
