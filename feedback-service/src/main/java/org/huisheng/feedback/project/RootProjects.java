package org.huisheng.feedback.project;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All root-planting projects, with their histories. */
@ApplicationScoped
class RootProjects implements PanacheRepositoryBase<RootProject, UUID> {

    private static final int IN_TURN = 43;

    /** What a list is narrowed to; null is not narrowed. */
    record Filter(
            @Nullable Integer year,
            @Nullable String department,
            @Nullable ProjectStage stage) {}

    RootProject require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("root-project", id));
    }

    /** With its row held, as it is by then: what comes in beside others waits and is not lost. */
    @Transactional(TxType.MANDATORY)
    RootProject hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("root-project", id));
    }

    /** One after the other within a year, so that numbers have no gaps. */
    @Transactional(TxType.MANDATORY)
    int nextNumber(int year) {
        // A statement of its own: the next one sees what those before have committed.
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1, ?2)) AS turn")
                .setParameter(1, IN_TURN)
                .setParameter(2, year)
                .getSingleResult();
        return getEntityManager()
                .createQuery("select coalesce(max(number), 0) + 1 from RootProject where year = ?1", Integer.class)
                .setParameter(1, year)
                .getSingleResult();
    }

    List<RootProject> latest(Filter filter, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .equal("year", filter.year())
                .equal("department", filter.department())
                .equal("stage", filter.stage())
                .below("createdAt", after == null ? null : after.moment(), after);
        return find(
                        "from RootProject " + conditions.where() + "order by createdAt desc, id desc",
                        conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    /** The latest first. */
    List<ProjectEntry> history(UUID project, @Nullable UUID before, int limit) {
        var conditions = new Conditions().equal("project", project);
        if (before != null) {
            conditions.and("id < :before", Map.of("before", before));
        }
        var query = getEntityManager()
                .createQuery("from ProjectEntry " + conditions.where() + "order by id desc", ProjectEntry.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
