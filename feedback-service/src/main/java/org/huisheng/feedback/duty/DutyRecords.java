package org.huisheng.feedback.duty;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.duty.DutyRecord.Duty;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All records of duties. */
@ApplicationScoped
class DutyRecords implements PanacheRepositoryBase<DutyRecord, UUID> {

    private static final int IN_TURN = 13;

    /** What a list is narrowed to; null is not narrowed. */
    record Filter(
            @Nullable YearMonth month,
            @Nullable String department,
            @Nullable String post,
            @Nullable String process,
            @Nullable String recordedBy) {}

    DutyRecord require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("duty-record", id));
    }

    /** By its id or by that of one of its entries, which is what figures know of it. */
    DutyRecord requireAny(UUID idOrEntry) {
        return findByIdOptional(idOrEntry)
                .or(() -> ofEntry(idOrEntry))
                .orElseThrow(() -> new NotFound("duty-record", idOrEntry));
    }

    private Optional<DutyRecord> ofEntry(UUID entry) {
        return find("id in (select one.record from DutyRevision one where one.entry = ?1)", entry)
                .firstResultOptional();
    }

    /** Lets records of one duty go one after the other; the indexes remain the last word. */
    @Transactional(TxType.MANDATORY)
    void inTurn(Duty duty) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1, hashtext(?2))) AS turn")
                .setParameter(1, IN_TURN)
                .setParameter(2, duty.toString())
                .getSingleResult();
    }

    boolean isRecorded(Duty duty) {
        return count(
                        "month = ?1 and department = ?2 and post = ?3 and process = ?4 and withdrawn = false",
                        duty.month().atDay(1),
                        duty.department(),
                        duty.post(),
                        duty.process())
                > 0;
    }

    List<DutyRecord> latest(Filter filter, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .equal("month", filter.month() == null ? null : filter.month().atDay(1))
                .equal("department", filter.department())
                .equal("post", filter.post())
                .equal("process", filter.process())
                .equal("recordedBy", filter.recordedBy())
                .below("month", after == null ? null : after.day(), after);
        return find("from DutyRecord " + conditions.where() + "order by month desc, id desc", conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    List<DutyRevision> revisions(UUID id) {
        return getEntityManager()
                .createQuery("from DutyRevision where record = ?1 order by revision", DutyRevision.class)
                .setParameter(1, id)
                .setMaxResults(DutyRecord.MOST_REVISIONS)
                .getResultList();
    }
}
