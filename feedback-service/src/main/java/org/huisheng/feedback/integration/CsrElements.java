package org.huisheng.feedback.integration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All elements. */
@ApplicationScoped
class CsrElements implements PanacheRepositoryBase<CsrElement, UUID> {

    /** What a list is narrowed to; null is not narrowed. @param department that owns the process */
    record Filter(
            @Nullable String process,
            @Nullable String department,
            @Nullable CsrStage stage) {}

    CsrElement require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("csr-element", id));
    }

    /** The latest first. */
    List<CsrElement> latest(Filter filter, @Nullable UUID before, int limit) {
        var conditions = new Conditions().equal("process", filter.process()).equal("stage", filter.stage());
        if (filter.department() != null) {
            conditions.and(
                    "process in (select code from Process where profile.department = :owner)",
                    Map.of("owner", filter.department()));
        }
        if (before != null) {
            conditions.and("id < :before", Map.of("before", before));
        }
        return find("from CsrElement " + conditions.where() + "order by id desc", conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    long ofProcess(String process) {
        return count("process", process);
    }

    /** Whether no element of the process has reached the stage yet, retired ones included: it is said once of a process. */
    boolean isFirst(String process, CsrStage stage) {
        return getEntityManager()
                .createQuery("""
                        select 1 from CsrStaging staging join CsrElement one on one.id = staging.element
                        where one.process = ?1 and staging.stage = ?2
                        """, Integer.class)
                .setParameter(1, process)
                .setParameter(2, stage)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** From the first stage on. */
    List<CsrStaging> history(UUID element) {
        return getEntityManager()
                .createQuery("from CsrStaging where element = ?1 order by reachedAt", CsrStaging.class)
                .setParameter(1, element)
                .setMaxResults(CsrStage.values().length)
                .getResultList();
    }
}
