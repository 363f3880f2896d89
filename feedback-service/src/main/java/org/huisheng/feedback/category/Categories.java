package org.huisheng.feedback.category;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huisheng.events.FeedbackEvent.Severity;

/** The tree of categories, and the codes that are not in it. */
@ApplicationScoped
public class Categories implements PanacheRepositoryBase<Category, String> {

    static final int MOST = 1_000;
    private static final int UNLISTED_SHOWN = 200;
    private static final int CHOICES = 50;

    /** How bad a case is of which nobody says it. */
    public Optional<Severity> severityOf(String code) {
        return findByIdOptional(code).map(category -> category.entry().severity());
    }

    /** As people call it. */
    @Transactional(TxType.SUPPORTS)
    public Optional<String> nameOf(String code) {
        return findByIdOptional(code).map(category -> category.entry().name());
    }

    /** What all are called. */
    @Transactional(TxType.SUPPORTS)
    public Map<String, String> names(Locale locale) {
        var english = locale.getLanguage().equals("en");
        return findAll().page(Page.ofSize(MOST)).stream()
                .collect(Collectors.toMap(
                        Category::code,
                        one -> english ? one.entry().nameEn() : one.entry().name()));
    }

    /** One that may be chosen for a new case. */
    public record Choice(String code, String name, String nameEn) {}

    /** The category and what stands below it, as far as it is offered. */
    @Transactional(TxType.SUPPORTS)
    public List<Choice> choices(String top) {
        return find("entry.active = true and (code = ?1 or code like ?2)", Sort.by("code"), top, top + ".%")
                .page(Page.ofSize(CHOICES))
                .stream()
                .map(one ->
                        new Choice(one.code(), one.entry().name(), one.entry().nameEn()))
                .toList();
    }

    /** Remembers a code that is not in the tree, for the office to list. */
    @Transactional(TxType.MANDATORY)
    public void used(String code, UUID caseId, Instant at) {
        if (findByIdOptional(code).isEmpty()) {
            getEntityManager()
                    .createNativeQuery("INSERT INTO unlisted_category (code, first_case, first_used)"
                            + " VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                    .setParameter(1, code)
                    .setParameter(2, caseId)
                    .setParameter(3, at)
                    .executeUpdate();
        }
    }

    @Transactional(TxType.MANDATORY)
    void listed(String code) {
        getEntityManager()
                .createNativeQuery("DELETE FROM unlisted_category WHERE code = ?1")
                .setParameter(1, code)
                .executeUpdate();
    }

    List<UnlistedCategory> unlisted() {
        return getEntityManager()
                .createQuery("from UnlistedCategory order by code", UnlistedCategory.class)
                .setMaxResults(UNLISTED_SHOWN)
                .getResultList();
    }
}
