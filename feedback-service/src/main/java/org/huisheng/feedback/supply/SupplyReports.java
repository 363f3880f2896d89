package org.huisheng.feedback.supply;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** A report that was expected and not begun. @param department that answered for the one before */
    record Missing(String sentTo, Quarter quarter, String department) {

        /** Of what does not exist yet: the same whoever asks. */
        static UUID id(String sentTo, Quarter quarter) {
            return UUID.nameUUIDFromBytes((quarter + "/" + sentTo).getBytes(StandardCharsets.UTF_8));
        }

        UUID id() {
            return id(sentTo, quarter);
        }
    }

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

    /**
     * What authorities that had a report within the year before would have got for a quarter, and of which nobody was reminded
     * yet; with this transaction somebody was. One that was cancelled is not missing.
     *
     * @param late whether its usual day is over
     */
    List<Missing> missing(Quarter quarter, boolean late, Instant now) {
        Stream<?> rows = getEntityManager()
                .createNativeQuery("""
                        WITH expected AS (
                            SELECT DISTINCT ON (sent_to) sent_to, department FROM supply_report
                            WHERE quarter >= ?1 AND quarter < ?2 AND status <> 'CANCELLED'
                            ORDER BY sent_to, quarter DESC),
                        fired AS (
                            INSERT INTO supply_missing (quarter, sent_to, late, fired_at)
                            SELECT ?2, sent_to, ?3, ?4 FROM expected
                            WHERE NOT EXISTS (SELECT 1 FROM supply_report AS present
                                WHERE present.sent_to = expected.sent_to AND present.quarter = ?2)
                            ON CONFLICT DO NOTHING RETURNING sent_to)
                        SELECT fired.sent_to, expected.department FROM fired JOIN expected USING (sent_to)
                        """, Tuple.class)
                .setParameter(1, quarter.aYearBefore().toString())
                .setParameter(2, quarter.toString())
                .setParameter(3, late)
                .setParameter(4, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .getResultStream();
        return rows.map(Tuple.class::cast)
                .map(row -> new Missing(row.get(0, String.class), quarter, row.get(1, String.class)))
                .toList();
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
