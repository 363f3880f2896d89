package org.huisheng.feedback.plan;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.feedback.plan.KeepPlan.Kept;
import org.huisheng.feedback.plan.KeepPlan.Whole;
import org.huisheng.feedback.plan.PlanTasks.Count;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Plans, problems and actions as clients see them. */
final class PlanJson {

    private PlanJson() {}

    record PlanLine(
            UUID id,
            int year,
            String title,
            PlanStatus status,
            String createdBy,
            Instant createdAt,
            @Nullable String closedBy,
            @Nullable Instant closedAt) {

        static PlanLine of(ImprovementPlan plan) {
            return new PlanLine(
                    plan.id(),
                    plan.year(),
                    plan.title(),
                    plan.status(),
                    plan.createdBy(),
                    plan.createdAt(),
                    plan.closedBy().orElse(null),
                    plan.closedAt().orElse(null));
        }
    }

    /** @param next cursor of the following page, null on the last */
    record PlanPage(List<PlanLine> items, @Nullable String next) {}

    /** @param parent the large problem this is a part of */
    record ProblemView(
            UUID id,
            long version,
            int number,
            @Nullable UUID parent,
            String dimension,
            String title,
            @Nullable String detail,
            List<UUID> cases,
            List<Figure> figures) {

        static ProblemView of(Problem problem) {
            return new ProblemView(
                    problem.id(),
                    problem.version(),
                    problem.number(),
                    problem.parent().orElse(null),
                    problem.dimension(),
                    problem.title(),
                    problem.detail().orElse(null),
                    problem.cases(),
                    problem.figures());
        }
    }

    /** @param figure with the period it is compared with: how it moved since is asked of kpi-service */
    record ActionView(
            UUID id,
            long version,
            UUID problem,
            int number,
            String title,
            @Nullable Figure figure,
            ActionStatus status,
            @Nullable String conclusion,
            @Nullable String closedBy,
            @Nullable Instant closedAt,
            Map<PlanTaskStatus, Long> tasks) {

        static ActionView of(Action action, List<Count> counts) {
            var tasks = new EnumMap<PlanTaskStatus, Long>(PlanTaskStatus.class);
            for (var status : PlanTaskStatus.values()) {
                tasks.put(status, 0L);
            }
            counts.forEach(count -> tasks.put(count.status(), count.tasks()));
            return new ActionView(
                    action.id(),
                    action.version(),
                    action.problem(),
                    action.number(),
                    action.title(),
                    action.figure().orElse(null),
                    action.status(),
                    action.conclusion().orElse(null),
                    action.closedBy().orElse(null),
                    action.closedAt().orElse(null),
                    tasks);
        }
    }

    /** In the order of their numbers. */
    record ImprovementPlanView(PlanLine plan, List<ProblemView> problems, List<ActionView> actions) {

        static ImprovementPlanView of(Whole whole) {
            return new ImprovementPlanView(
                    PlanLine.of(whole.plan()),
                    whole.problems().stream().map(ProblemView::of).toList(),
                    whole.actions().stream()
                            .map(action -> ActionView.of(action, whole.tasks().getOrDefault(action.id(), List.of())))
                            .toList());
        }
    }

    static RestResponse<PlanLine> plan(ResponseBuilder<PlanLine> response, ImprovementPlan plan) {
        return response.entity(PlanLine.of(plan))
                .tag(EntityVersion.tag(plan.version()))
                .build();
    }

    static RestResponse<ProblemView> problem(ResponseBuilder<ProblemView> response, Problem problem) {
        return response.entity(ProblemView.of(problem))
                .tag(EntityVersion.tag(problem.version()))
                .build();
    }

    /** @param counts of its tasks; of none when it was just made */
    static RestResponse<ActionView> action(ResponseBuilder<ActionView> response, Action action, List<Count> counts) {
        return response.entity(ActionView.of(action, counts))
                .tag(EntityVersion.tag(action.version()))
                .build();
    }

    /** @param path of the list it was put into */
    static <T> ResponseBuilder<T> created(Kept<? extends PlanPart> kept, String path) {
        return ResponseBuilder.<T>create(kept.isNew() ? 201 : 200)
                .header("Location", path + "/" + kept.part().id());
    }
}
