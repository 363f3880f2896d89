package org.huisheng.feedback.lecture;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.events.LectureEvent.LectureLevel;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All lectures, with their histories. */
@ApplicationScoped
class Lectures implements PanacheRepositoryBase<Lecture, UUID> {

    /** What a list is narrowed to; null is not narrowed. @param until the day after the last */
    record Filter(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String department,
            @Nullable LectureLevel level,
            @Nullable LectureStatus status) {}

    Lecture require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("lecture", id));
    }

    /** With its row held: nobody signs in while it is counted, and nobody takes the last seat twice. */
    @Transactional(TxType.MANDATORY)
    Lecture hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("lecture", id));
    }

    Lecture require(SignInToken token) {
        return find("token", token.value()).firstResultOptional().orElseThrow(Lectures::unknown);
    }

    @Transactional(TxType.MANDATORY)
    Lecture hold(SignInToken token) {
        return find("token", token.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Lectures::unknown);
    }

    /** The answer does not repeat the token. */
    private static NotFound unknown() {
        return new NotFound("lecture-sign-in", "…");
    }

    List<Lecture> latest(Filter filter, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .equal("department", filter.department())
                .equal("level", filter.level())
                .equal("status", filter.status())
                .below("startsAt", after == null ? null : after.moment(), after);
        if (filter.from() != null) {
            conditions.and("startsAt >= :from", Map.of("from", midnight(filter.from())));
        }
        if (filter.until() != null) {
            conditions.and("startsAt < :until", Map.of("until", midnight(filter.until())));
        }
        return find("from Lecture " + conditions.where() + "order by startsAt desc, id desc", conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(BusinessCalendar.ZONE).toInstant();
    }

    /** The latest first. */
    List<LectureEntry> history(UUID lecture, @Nullable UUID before, int limit) {
        var conditions = new Conditions().equal("lecture", lecture);
        if (before != null) {
            conditions.and("id < :before", Map.of("before", before));
        }
        var query = getEntityManager()
                .createQuery("from LectureEntry " + conditions.where() + "order by id desc", LectureEntry.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
