package org.huisheng.feedback.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.category.Categories;
import org.huisheng.feedback.project.TellProject;

/**
 * What a story begins with. Of a case that is its category, what was found, what was done and how it ended: neither who said
 * it nor what they said. In Chinese, as it was written down; the rest is for somebody to write.
 */
@ApplicationScoped
class BeginStory {

    private final Cases cases;
    private final CaseAccess access;
    private final Categories categories;
    private final TellProject tellProject;

    BeginStory(Cases cases, CaseAccess access, Categories categories, TellProject tellProject) {
        this.cases = cases;
        this.access = access;
        this.categories = categories;
        this.tellProject = tellProject;
    }

    record Beginning(String title, String body) {}

    @Transactional
    Beginning fromCase(UUID id) {
        var matter = cases.require(id);
        access.requireInvolved(matter);
        CheckTelling.requireClosed(matter);
        var code = matter.intake().category();
        var category = categories.nameOf(code).orElse(code);
        var body = new StringBuilder("## 问题\n\n").append(category);
        matter.resolution()
                .ifPresent(done -> body.append("\n\n## 原因\n\n")
                        .append(done.rootCause())
                        .append("\n\n## 举措\n\n")
                        .append(done.actionTaken()));
        matter.rating().ifPresent(rating -> body.append("\n\n## 成效\n\n利益相关方确认已解决，满意度 %d 分（满分 5 分）。".formatted(rating)));
        return new Beginning(category, body.toString());
    }

    @Transactional
    Beginning fromProject(UUID id) {
        var told = tellProject.of(id);
        return new Beginning(
                told.name(),
                "## 背景\n\n%s\n\n## 各方举措\n\n%s\n\n## 成效\n\n%s\n\n%s"
                        .formatted(told.problem(), list(told.actions()), list(told.changes()), told.conclusion()));
    }

    private static String list(List<String> items) {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
    }
}
