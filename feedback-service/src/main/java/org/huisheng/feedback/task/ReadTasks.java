package org.huisheng.feedback.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.jspecify.annotations.Nullable;

/** Tasks as the caller may see them: of a case they only contribute to, their own. */
@ApplicationScoped
class ReadTasks {

    private final Cases cases;
    private final CaseTasks tasks;
    private final CaseAccess access;

    ReadTasks(Cases cases, CaseTasks tasks, CaseAccess access) {
        this.cases = cases;
        this.tasks = tasks;
        this.access = access;
    }

    @Transactional
    List<CaseTask> of(UUID caseId) {
        var matter = cases.require(caseId);
        access.requireReader(matter);
        var only = access.onlyTasksOf(matter);
        return tasks.of(caseId).stream()
                .filter(task -> only.isEmpty() || only.get().equals(task.department()))
                .toList();
    }

    @Transactional
    List<CaseTask> newest(
            @Nullable String department, CaseTask.@Nullable Status status, @Nullable UUID after, int limit) {
        var scope = access.scope();
        if (scope.isPresent() && department != null && !scope.get().equals(department)) {
            throw new NotAllowed("foreign-department");
        }
        return tasks.newest(scope.orElse(department), status, after, limit);
    }
}
