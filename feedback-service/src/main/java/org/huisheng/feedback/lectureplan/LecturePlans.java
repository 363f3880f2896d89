package org.huisheng.feedback.lectureplan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All plans of lectures, one a year. */
@ApplicationScoped
class LecturePlans implements PanacheRepositoryBase<LecturePlan, UUID> {

    LecturePlan require(int year) {
        return of(year).orElseThrow(() -> new NotFound("lecture-plan", year));
    }

    Optional<LecturePlan> of(int year) {
        return find("year", year).firstResultOptional();
    }

    /** Whoever writes a year's plan does so alone, also while there is none. */
    @Transactional(TxType.MANDATORY)
    void inTurn(int year) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(5, ?1)) AS turn")
                .setParameter(1, year)
                .getSingleResult();
    }

    List<LecturePlan> latest(@Nullable Keyset after, int limit) {
        var conditions = new Conditions().below("year", after == null ? null : after.number(), after);
        return find("from LecturePlan " + conditions.where() + "order by year desc, id desc", conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }
}
