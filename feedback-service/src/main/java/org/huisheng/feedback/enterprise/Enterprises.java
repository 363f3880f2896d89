package org.huisheng.feedback.enterprise;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.enterprise.Enterprise.Profile;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** All enterprises. */
@ApplicationScoped
public class Enterprises implements PanacheRepositoryBase<Enterprise, UUID> {

    private static final int MOST_OF_A_NAME = 20;

    /** What a list is narrowed to; null is not narrowed. @param words part of the name */
    record Filter(
            @Nullable String park,
            @Nullable Boolean active,
            @Nullable String words,
            boolean backwards) {}

    public Enterprise require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("enterprise", id));
    }

    /** @throws RuleViolated if there is none; for an id that came in a field of a request */
    public Enterprise required(String path, UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new RuleViolated(List.of(new Violation(path, "unknown-enterprise", id.toString()))));
    }

    public Optional<Enterprise> named(String park, String name) {
        return find("park = ?1 and name = ?2", park, name).firstResultOptional();
    }

    /** The one of that name, made if there is none; two who make it at once get the same. */
    @Transactional(TxType.MANDATORY)
    public Enterprise inPark(String park, String name, Instant now) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(3, hashtext(?1))) AS turn")
                .setParameter(1, park + '\n' + name)
                .getSingleResult();
        return named(park, name).orElseGet(() -> {
            var made = new Enterprise(Uuid7.at(now), new Profile(park, name, null, null, true, List.of()), now);
            persistAndFlush(made);
            return made;
        });
    }

    /** Who is known at enterprises of that name, whatever park they are in. */
    public List<Contact> contactsAt(String name) {
        return find("name", name).page(Page.ofSize(MOST_OF_A_NAME)).stream()
                .flatMap(enterprise -> enterprise.contacts().stream())
                .toList();
    }

    /** All that are to be visited, in the order of their parks. A district has hundreds. */
    public List<Enterprise> active() {
        return list("active = true order by park, name, id");
    }

    /** All there are, with whom to ask for. */
    List<Enterprise> withContacts() {
        return list("select distinct e from Enterprise e left join fetch e.contacts");
    }

    List<Enterprise> byName(Filter filter, @Nullable Keyset after, int limit) {
        var conditions = new Conditions().equal("park", filter.park()).equal("active", filter.active());
        if (filter.words() != null) {
            // A district has hundreds of enterprises, however long the system runs: looking through them is quick.
            conditions.and(
                    "locate(:words, lower(name)) > 0",
                    Map.of("words", filter.words().toLowerCase(Locale.ROOT)));
        }
        if (after != null) {
            // The cursor names the row only: names are longer than what may stand in an address.
            var last = findByIdOptional(after.id()).orElseThrow(() -> new Malformed("bad-cursor"));
            if (filter.backwards()) {
                conditions.below("name", last.name(), after);
            } else {
                conditions.above("name", last.name(), after);
            }
        }
        var order = filter.backwards() ? "order by name desc, id desc" : "order by name, id";
        return find("from Enterprise " + conditions.where() + order, conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }
}
