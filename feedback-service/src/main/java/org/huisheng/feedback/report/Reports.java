package org.huisheng.feedback.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All reports to the government. */
@ApplicationScoped
class Reports implements PanacheRepositoryBase<GovernmentReport, UUID> {

    /** What a list is narrowed to; null is not narrowed. @param endorsement that praises them */
    record Filter(@Nullable ReportKind kind, @Nullable UUID endorsement) {}

    GovernmentReport require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("report", id));
    }

    /** Lets requests with one client's identifier go one after the other; the primary key remains the last word. */
    @Transactional(TxType.MANDATORY)
    void inTurn(UUID id) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(6, hashtext(?1))) AS turn")
                .setParameter(1, id.toString())
                .getSingleResult();
    }

    List<GovernmentReport> latest(Filter filter, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .equal("kind", filter.kind())
                .equal("endorsement", filter.endorsement())
                .below("sentAt", after == null ? null : after.moment(), after);
        return find(
                        "from GovernmentReport " + conditions.where() + "order by sentAt desc, id desc",
                        conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }
}
