package org.huisheng.feedback.notice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All who are told. */
@ApplicationScoped
class Recipients implements PanacheRepositoryBase<Recipient, UUID> {

    /** What a hand keeps an overview of. */
    static final int MOST = 500;

    Recipient require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("recipient", id));
    }

    /** Those of the department and those of all, each address once. */
    Collection<Recipient> who(Audience audience, @Nullable String department) {
        var found = new LinkedHashMap<String, Recipient>();
        find(
                        "reach.audience = ?1 and (reach.department is null or reach.department = ?2)"
                                + " order by reach.department nulls last, id",
                        audience,
                        department)
                .page(Page.ofSize(MOST))
                .stream()
                .forEach(one ->
                        found.putIfAbsent(one.reach().channel() + one.reach().address(), one));
        return found.values();
    }

    List<Recipient> page(@Nullable Audience audience, @Nullable String department, @Nullable Keyset after, int limit) {
        var conditions = new Conditions();
        if (audience != null) {
            conditions.and("reach.audience = :audience", Map.of("audience", audience));
        }
        if (department != null) {
            conditions.and("reach.department = :department", Map.of("department", department));
        }
        if (after != null) {
            conditions.and("id > :after", Map.of("after", after.id()));
        }
        return find("from Recipient " + conditions.where() + "order by id", conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    boolean has(Reach reach, @Nullable UUID except) {
        return list("reach.channel = ?1 and reach.address = ?2", reach.channel(), reach.address()).stream()
                .filter(one -> !one.id().equals(except))
                .map(Recipient::reach)
                .anyMatch(one ->
                        one.audience() == reach.audience() && Objects.equals(one.department(), reach.department()));
    }
}
