package org.huisheng.feedback.rule;

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

@ApplicationScoped
class Rules implements PanacheRepositoryBase<Rule, UUID> {

    /** Each is asked of every response it is for. */
    static final int MOST_ENABLED = 50;

    Rule require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("rule", id));
    }

    /** In the order in which they are asked. */
    List<Rule> page(@Nullable Boolean enabled, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .equal("enabled", enabled)
                .above("terms.priority", after == null ? null : after.number(), after);
        return find(conditions.where() + "order by terms.priority, id", conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    /** Rules are enabled rarely, so one after the other: there are never too many. */
    @Transactional(TxType.MANDATORY)
    long enabledInTurn() {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(9, 0)) AS turn")
                .getSingleResult();
        return count("enabled = true");
    }
}
