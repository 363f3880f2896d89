package org.huisheng.feedback.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.request.Conditions;
import org.jspecify.annotations.Nullable;

/** Cases in the order, and narrowed to what was asked for. */
@ApplicationScoped
class CaseList {

    /** As the indexes have it (V062). */
    static final String OPEN = "status IN ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'DISPUTED')";

    private final EntityManager database;

    CaseList(EntityManager database) {
        this.database = database;
    }

    /** @param searched where the words are looked for */
    List<Case> page(CaseFilter filter, Searched searched, @Nullable CaseCursor after, int limit) {
        var conditions = new Conditions()
                .equal("status", name(filter.status()))
                .equal("department", filter.department())
                .equal("side", name(filter.side()))
                .equal("severity", name(filter.severity()));
        if (filter.category() != null) {
            below(conditions, filter.category());
        }
        if (filter.open()) {
            conditions.and(OPEN, Map.of());
        }
        if (filter.handedOnBy() != null) {
            conditions.and(
                    "first_receiver = :handedOnBy AND first_receiver <> department",
                    Map.of("handedOnBy", filter.handedOnBy()));
        }
        if (filter.overdue()) {
            conditions.and("overdue_since IS NOT NULL", Map.of());
        }
        if (filter.openedFrom() != null) {
            conditions.and("opened_at >= :openedFrom", Map.of("openedFrom", midnight(filter.openedFrom())));
        }
        if (filter.openedTo() != null) {
            conditions.and(
                    "opened_at < :openedBefore",
                    Map.of("openedBefore", midnight(filter.openedTo().plusDays(1))));
        }
        var from = "SELECT feedback_case.* FROM feedback_case ";
        if (filter.words() != null) {
            from += "JOIN case_text ON case_id = id ";
            conditions.and(searched.column() + " @@ cast(:words AS tsquery)", Map.of("words", filter.words()));
        }
        if (after != null) {
            conditions.and(
                    filter.order().by().after("id"),
                    Map.of("place", OffsetDateTime.ofInstant(after.place(), ZoneOffset.UTC), "id", after.id()));
        }
        return read(from + conditions.where() + filter.order().by().sql("id"), conditions.parameters(), limit);
    }

    /** Where words are looked for: in titles only, or in all texts. */
    enum Searched {
        TITLES,
        WORDS;

        private String column() {
            return switch (this) {
                case TITLES -> "case_text.titles";
                case WORDS -> "case_text.words";
            };
        }
    }

    private List<Case> read(String sql, Map<String, Object> parameters, int limit) {
        var query = database.createNativeQuery(sql, Case.class).setMaxResults(limit);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Case> found = query.getResultList();
        return found;
    }

    /** The category and all below it; they stand together in the index, between the dot and the sign after it. */
    private static void below(Conditions conditions, String category) {
        conditions.and(
                "(category = :category OR (category >= :firstBelow AND category < :firstAfter))",
                Map.of("category", category, "firstBelow", category + ".", "firstAfter", category + "/"));
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(BusinessCalendar.ZONE).toOffsetDateTime();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
