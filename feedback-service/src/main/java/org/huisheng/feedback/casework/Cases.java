package org.huisheng.feedback.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All cases. */
@ApplicationScoped
public class Cases implements PanacheRepositoryBase<Case, UUID> {

    /** What a list is narrowed to; null is not narrowed. */
    record Filter(
            @Nullable CaseStatus status,
            @Nullable String department,
            @Nullable Side side) {}

    /** @throws NotFound if there is no such case */
    public Case require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("case", id));
    }

    List<Case> newest(Filter filter, @Nullable CaseCursor after, int limit) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        narrow(conditions, parameters, "status", filter.status());
        narrow(conditions, parameters, "department", filter.department());
        narrow(conditions, parameters, "intake.side", filter.side());
        if (after != null) {
            // The first half bounds the index scan, the second skips what was opened in the same microsecond.
            conditions.add("openedAt <= :openedAt and (openedAt < :openedAt or id < :id)");
            parameters.put("openedAt", after.openedAt());
            parameters.put("id", after.id());
        }
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + " ";
        return find("from Case " + where + "order by openedAt desc, id desc", parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    /**
     * Lets concurrent requests with one client's identifier go one after the other, so that the second finds what the
     * first has stored. The primary key remains the last word.
     */
    @Transactional(TxType.MANDATORY)
    void inTurn(UUID id) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(1, hashtext(?1))) AS turn")
                .setParameter(1, id.toString())
                .getSingleResult();
    }

    private static void narrow(
            List<String> conditions, HashMap<String, Object> parameters, String field, @Nullable Object value) {
        if (value != null) {
            var parameter = field.replace('.', '_');
            conditions.add(field + " = :" + parameter);
            parameters.put(parameter, value);
        }
    }
}
