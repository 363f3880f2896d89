package org.huisheng.feedback.supply;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All quarterly reports, with their histories. */
@ApplicationScoped
class SupplyReports implements PanacheRepositoryBase<SupplyReport, UUID> {

    private static final int IN_TURN = 48;

    /** What a list is narrowed to; null is not narrowed. */
    record Filter(@Nullable Integer year, @Nullable SupplyStatus status) {}

    SupplyReport require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("supply-report", id));
    }

    /** Of one authority one after the other; the index remains the last word. */
    @Transactional(TxType.MANDATORY)
    void inTurn(String sentTo) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1, hashtext(?2))) AS turn")
                .setParameter(1, IN_TURN)
                .setParameter(2, sentTo)
                .getSingleResult();
    }

    Optional<SupplyReport> of(String sentTo, Quarter quarter) {
        return find("sentTo = ?1 and quarter = ?2 and status <> ?3", sentTo, quarter.toString(), SupplyStatus.CANCELLED)
                .firstResultOptional();
    }

    Optional<SupplyReport> ofEntry(UUID registerEntry) {
        return find("registerEntry", registerEntry).firstResultOptional();
    }

    List<SupplyReport> latest(Filter filter, @Nullable Keyset after, int limit) {
        var conditions = new Conditions().equal("status", filter.status());
        if (filter.year() != null) {
            conditions.and(
                    "quarter between :first and :last",
                    Map.of("first", filter.year() + "-Q1", "last", filter.year() + "-Q4"));
        }
        conditions.below("quarter", after == null ? null : after.key(), after);
        return find(
                        "from SupplyReport " + conditions.where() + "order by quarter desc, id desc",
                        conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    /** The report first: whoever loses a race hears of the lost update. */
    @Transactional(TxType.MANDATORY)
    void record(SupplyReport report, String actor, SupplyStep step, @Nullable String words, Instant now) {
        flush();
        getEntityManager().persist(new SupplyEntry(report.id(), now, actor, step, words));
    }

    /** The latest first. */
    List<SupplyEntry> history(UUID report, @Nullable UUID before, int limit) {
        var conditions = new Conditions().equal("report", report);
        if (before != null) {
            conditions.and("id < :before", Map.of("before", before));
        }
        var query = getEntityManager()
                .createQuery("from SupplyEntry " + conditions.where() + "order by id desc", SupplyEntry.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
