package org.huisheng.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huisheng.events.RuleEvent.ConditionRefusal;
import org.huisheng.kit.testing.EveryRefusalHasItsTexts;

class ProblemTextsTest extends EveryRefusalHasItsTexts {

    @Override
    protected Set<String> examples() {
        return Set.of(
                "problem.own-department",
                "thing.case",
                "violation.too-old",
                "violation.inactive-department",
                "violation.condition-syntax");
    }

    @Override
    protected Map<String, String> machines() {
        var feedback = "org.huisheng.feedback.";
        return Map.ofEntries(
                Map.entry("case", feedback + "casework.CaseStatus"),
                Map.entry("task", feedback + "task.CaseTask$Status"),
                Map.entry("story", feedback + "story.StoryStatus"),
                Map.entry("visit", feedback + "visit.VisitStatus"),
                Map.entry("plan-task", feedback + "plan.PlanTaskStatus"),
                Map.entry("plan-report", feedback + "plan.monthly.PlanReportStatus"),
                Map.entry("lecture", feedback + "lecture.LectureStatus"),
                Map.entry("csr-element", feedback + "integration.CsrStage"),
                Map.entry("root-project", feedback + "project.ProjectStage"),
                Map.entry("supply-report", feedback + "supply.SupplyStatus"),
                Map.entry("comment", feedback + "comment.CommentStatus"),
                Map.entry("comment-task", feedback + "comment.CommentTask$Progress"));
    }

    @Override
    protected Set<String> furtherKeys() {
        return Arrays.stream(ConditionRefusal.values())
                .map(refusal -> "violation.condition-"
                        + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }
}
