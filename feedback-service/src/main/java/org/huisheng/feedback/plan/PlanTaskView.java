package org.huisheng.feedback.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A task of the plan as clients see it. @param onTime null as long as that is open */
record PlanTaskView(
        UUID id,
        UUID plan,
        UUID action,
        String title,
        String department,
        LocalDate dueOn,
        PlanTaskStatus status,
        @Nullable Boolean onTime,
        @Nullable String result,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String acceptedBy,
        @Nullable Instant endedAt,
        int evidence,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    /** @param next cursor of the following page, null on the last */
    record PlanTaskPage(List<PlanTaskView> items, @Nullable String next) {}

    /** @param number from 1 on */
    record MilestoneView(
            int number,
            String title,
            LocalDate dueOn,
            @Nullable LocalDate reachedOn) {}

    record EvidenceView(String title, String reference, String addedBy, Instant addedAt) {

        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(evidence.title(), evidence.reference(), evidence.addedBy(), evidence.addedAt());
        }
    }

    record WholeTaskView(PlanTaskView task, List<MilestoneView> milestones, List<EvidenceView> proofs) {}

    record PlanEntryView(
            Instant at,
            String actor,
            PlanStep step,
            @Nullable String words) {

        static PlanEntryView of(PlanEntry entry) {
            return new PlanEntryView(
                    entry.at(), entry.actor(), entry.step(), entry.words().orElse(null));
        }
    }

    /** @param next cursor of the following page, null on the last */
    record PlanEntryPage(
            List<PlanEntryView> items, @Nullable String next) {}

    static PlanTaskView of(PlanTask task) {
        return new PlanTaskView(
                task.id(),
                task.plan(),
                task.action(),
                task.title(),
                task.department(),
                task.dueOn(),
                task.status(),
                task.onTime().orElse(null),
                task.result().orElse(null),
                task.submittedBy().orElse(null),
                task.submittedAt().orElse(null),
                task.acceptedBy().orElse(null),
                task.endedAt().orElse(null),
                task.evidence(),
                task.createdBy(),
                task.createdAt(),
                task.updatedAt());
    }

    static RestResponse<PlanTaskView> answer(ResponseBuilder<PlanTaskView> response, PlanTask task) {
        return response.entity(of(task)).tag(EntityVersion.tag(task.version())).build();
    }

    static RestResponse<WholeTaskView> answer(ReadTasks.Whole whole) {
        var task = whole.task();
        var milestones = new ArrayList<MilestoneView>();
        for (var milestone : task.milestones()) {
            milestones.add(new MilestoneView(
                    milestones.size() + 1, milestone.title(), milestone.dueOn(), milestone.reachedOn()));
        }
        var proofs = whole.evidence().stream().map(EvidenceView::of).toList();
        return ResponseBuilder.ok(new WholeTaskView(of(task), milestones, proofs))
                .tag(EntityVersion.tag(task.version()))
                .build();
    }
}
