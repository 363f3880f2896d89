package org.huisheng.feedback.project;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huisheng.events.Side;
import org.huisheng.feedback.request.Numbers;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A project as clients see it. @param covered what all shares come to */
record RootProjectView(
        RootProjectLine project,
        String problem,
        String goal,
        BigDecimal budget,
        BigDecimal covered,
        List<PartyView> stakeholders,
        List<ProjectMilestoneView> milestones,
        List<ProjectIndicatorView> indicators,
        List<String> authors,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String conclusion,
        @Nullable String evaluatedBy,
        @Nullable Instant evaluatedAt,
        int files,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    record RootProjectLine(
            UUID id,
            long version,
            String code,
            int year,
            String name,
            String department,
            LocalDate beginsOn,
            LocalDate endsOn,
            ProjectStage stage,
            int measured,
            int moved,
            Instant createdAt,
            Instant updatedAt,
            List<String> authors) {

        static RootProjectLine of(RootProject project) {
            var effects = project.effects();
            return new RootProjectLine(
                    project.id(),
                    project.version(),
                    project.code(),
                    project.year(),
                    project.name(),
                    project.department(),
                    project.beginsOn(),
                    project.endsOn(),
                    project.stage(),
                    (int) effects.stream()
                            .filter(effect -> effect.valueAfter() != null)
                            .count(),
                    (int) effects.stream()
                            .filter(effect -> Boolean.TRUE.equals(effect.moved()))
                            .count(),
                    project.createdAt(),
                    project.updatedAt(),
                    project.authors());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record RootProjectPage(
            List<RootProjectLine> items, @Nullable String next) {}

    /** A row of the matrix. @param side null for those no feedback is asked of */
    record PartyView(
            int number,
            String name,
            @Nullable Side side,
            Willingness willingness,
            String resources,
            BigDecimal affordableCost,
            BigDecimal share,
            String role,
            List<AgreedActionView> actions) {}

    /** @param number from 1 on over all groups */
    record AgreedActionView(
            int number,
            String title,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    record ProjectMilestoneView(
            int number,
            String title,
            LocalDate dueOn,
            @Nullable LocalDate reachedOn) {}

    /** @param moved whether it went the way it should, null as long as that is open */
    record ProjectIndicatorView(
            int number,
            String name,
            String unit,
            Direction direction,
            BigDecimal valueBefore,
            @Nullable BigDecimal valueAfter,
            @Nullable Boolean moved) {}

    record ProjectEntryView(
            Instant at,
            String actor,
            ProjectStep step,
            @Nullable String words) {
        static ProjectEntryView of(ProjectEntry entry) {
            return new ProjectEntryView(
                    entry.at(), entry.actor(), entry.step(), entry.words().orElse(null));
        }
    }

    /** @param next cursor of the following page, null on the last */
    record ProjectEntryPage(
            List<ProjectEntryView> items, @Nullable String next) {}

    static RootProjectView of(RootProject project) {
        return new RootProjectView(
                RootProjectLine.of(project),
                project.problem(),
                project.goal(),
                project.budget(),
                Initiation.covered(project.parties()).setScale(Numbers.CENTS),
                stakeholders(project),
                milestones(project),
                indicators(project),
                project.authors(),
                project.approvedBy().orElse(null),
                project.approvedAt().orElse(null),
                project.conclusion().orElse(null),
                project.evaluatedBy().orElse(null),
                project.evaluatedAt().orElse(null),
                project.files(),
                project.closedBy().orElse(null),
                project.closedAt().orElse(null));
    }

    private static List<PartyView> stakeholders(RootProject project) {
        var rows = new ArrayList<PartyView>();
        for (var party : project.parties()) {
            rows.add(new PartyView(
                    rows.size() + 1,
                    party.name(),
                    party.side(),
                    party.willingness(),
                    party.resources(),
                    party.affordableCost(),
                    party.share(),
                    party.role(),
                    actions(project, rows.size())));
        }
        return rows;
    }

    private static List<AgreedActionView> actions(RootProject project, int party) {
        var all = project.actions();
        return IntStream.range(0, all.size())
                .filter(place -> all.get(place).party() == party)
                .mapToObj(place -> {
                    var action = all.get(place);
                    return new AgreedActionView(place + 1, action.title(), action.dueOn(), action.doneOn());
                })
                .toList();
    }

    private static List<ProjectMilestoneView> milestones(RootProject project) {
        var rows = new ArrayList<ProjectMilestoneView>();
        for (var stop : project.milestones()) {
            rows.add(new ProjectMilestoneView(rows.size() + 1, stop.title(), stop.dueOn(), stop.reachedOn()));
        }
        return rows;
    }

    private static List<ProjectIndicatorView> indicators(RootProject project) {
        var rows = new ArrayList<ProjectIndicatorView>();
        for (var effect : project.effects()) {
            rows.add(new ProjectIndicatorView(
                    rows.size() + 1,
                    effect.name(),
                    effect.unit(),
                    effect.direction(),
                    plain(effect.valueBefore()),
                    effect.valueAfter() == null ? null : plain(effect.valueAfter()),
                    effect.moved()));
        }
        return rows;
    }

    /** As people write it: without zeros nobody said. */
    private static BigDecimal plain(BigDecimal number) {
        var shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    static RestResponse<RootProjectView> answer(RootProject project) {
        return answer(ResponseBuilder.create(200), project);
    }

    static RestResponse<RootProjectView> answer(ResponseBuilder<RootProjectView> response, RootProject project) {
        return response.entity(of(project))
                .tag(EntityVersion.tag(project.version()))
                .build();
    }
}
