package org.huisheng.feedback.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** Keeps posts and processes. */
@ApplicationScoped
class Register {

    private final EntityManager entities;

    Register(EntityManager entities) {
        this.entities = entities;
    }

    /** How one is made. */
    interface Making<T> {
        T make(String code, String name, String nameEn);
    }

    /** @param isNew whether there was none of the code */
    record Kept<T>(T entry, boolean isNew) {}

    @Transactional
    <T extends Named> Kept<T> keep(
            Class<T> kind, Making<T> making, String code, @Nullable Long expected, String name, String nameEn) {
        var known = find(kind, code);
        known.ifPresent(entry -> {
            entry.verify(expected);
            entry.rename(name, nameEn);
        });
        var entry = known.orElseGet(() -> {
            var made = making.make(code, name, nameEn);
            entities.persist(made);
            return made;
        });
        entities.flush();
        return new Kept<>(entry, known.isEmpty());
    }

    <T extends Named> Optional<T> find(Class<T> kind, String code) {
        return Optional.ofNullable(entities.find(kind, code));
    }

    @Transactional
    <T extends Named> T require(Class<T> kind, String what, String code) {
        return find(kind, code).orElseThrow(() -> new NotFound(what, code));
    }

    @Transactional
    <T extends Named> List<T> page(Class<T> kind, String after, int limit) {
        return entities.createQuery("from " + kind.getName() + " where code > ?1 order by code", kind)
                .setParameter(1, after)
                .setMaxResults(limit)
                .getResultList();
    }
}
