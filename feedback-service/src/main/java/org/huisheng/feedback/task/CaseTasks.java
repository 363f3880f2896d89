package org.huisheng.feedback.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All tasks of cases. */
@ApplicationScoped
public class CaseTasks implements PanacheRepositoryBase<CaseTask, UUID> {

    static final int MOST_PER_CASE = 50;

    /** @throws Conflict while somebody has still to contribute */
    public void requireNoneOpen(UUID caseId) {
        var open =
                count("caseId = ?1 and status in ?2", caseId, List.of(CaseTask.Status.OPEN, CaseTask.Status.STARTED));
        if (open > 0) {
            throw new Conflict("tasks-open", open);
        }
    }

    CaseTask require(UUID caseId, int number) {
        return find("caseId = ?1 and number = ?2", caseId, number)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("task", number));
    }

    List<CaseTask> of(UUID caseId) {
        return find("caseId = ?1 order by number", caseId)
                .page(Page.ofSize(MOST_PER_CASE))
                .list();
    }

    int nextNumber(UUID caseId) {
        var last = (int) count("caseId", caseId);
        if (last >= MOST_PER_CASE) {
            throw new Conflict("too-many-tasks", MOST_PER_CASE);
        }
        return last + 1;
    }

    List<CaseTask> newest(
            @Nullable String department, CaseTask.@Nullable Status status, @Nullable UUID after, int limit) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        var parameters = new HashMap<String, Object>();
        if (department != null) {
            conditions.add("department = :department");
            parameters.put("department", department);
        }
        if (status != null) {
            conditions.add("status = :status");
            parameters.put("status", status);
        }
        if (after != null) {
            conditions.add("id < :after");
            parameters.put("after", after);
        }
        return find("from CaseTask where " + String.join(" and ", conditions) + " order by id desc", parameters)
                .page(Page.ofSize(limit))
                .list();
    }
}
