package org.huisheng.feedback.visit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All visits. */
@ApplicationScoped
class Visits implements PanacheRepositoryBase<Visit, UUID> {

    /** What a list is narrowed to; null is not narrowed. */
    record Filter(
            @Nullable String surveyor,
            @Nullable YearMonth month,
            @Nullable VisitStatus status,
            @Nullable UUID enterprise,
            boolean earliestFirst) {}

    Visit require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("visit", id));
    }

    /** Whoever reports the same visit meanwhile waits until this report is stored. */
    Optional<Visit> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Lets requests with one client's identifier go one after the other; the primary key remains the last word. */
    @Transactional(TxType.MANDATORY)
    void inTurn(UUID id) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(2, hashtext(?1))) AS turn")
                .setParameter(1, id.toString())
                .getSingleResult();
    }

    List<Visit> latest(Filter filter, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .equal("surveyor", filter.surveyor())
                .equal("status", filter.status())
                .equal("enterprise", filter.enterprise());
        if (filter.month() != null) {
            conditions.and(
                    "plannedFor between :first and :last",
                    Map.of(
                            "first", filter.month().atDay(1),
                            "last", filter.month().atEndOfMonth()));
        }
        var day = after == null ? null : after.day();
        if (filter.earliestFirst()) {
            conditions.above("plannedFor", day, after);
        } else {
            conditions.below("plannedFor", day, after);
        }
        var order = filter.earliestFirst() ? "order by plannedFor, id" : "order by plannedFor desc, id desc";
        return find("from Visit " + conditions.where() + order, conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    /** The last one before a moment that brought slips. */
    Optional<Visit> lastWithSlips(UUID enterprise, UUID other, Instant before) {
        return find(
                        "enterprise = ?1 and slips > 0 and visitedAt < ?2 and id <> ?3 order by visitedAt desc",
                        enterprise,
                        before,
                        other)
                .firstResultOptional();
    }
}
