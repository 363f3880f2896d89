package org.huisheng.feedback.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All stories, with what they are found by, their months and their histories. */
@ApplicationScoped
class CaseStories implements PanacheRepositoryBase<CaseStory, UUID> {

    private static final String FOUND = """
            SELECT case_story.* FROM case_story JOIN case_story_text ON case_story_text.story = case_story.id
            """;
    private static final String INDEX = """
            INSERT INTO case_story_text (story, words) VALUES (?1, cast(?2 AS tsvector))
            """;

    /** What a list is narrowed to; null is not narrowed. */
    record Filter(@Nullable String department, @Nullable StoryStatus status) {}

    CaseStory require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("story", id));
    }

    /** With its row held, as it is by then. */
    @Transactional(TxType.MANDATORY)
    CaseStory hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("story", id));
    }

    CaseStory requirePublished(String slug) {
        return find("slug = ?1 and status = ?2", slug, StoryStatus.PUBLISHED)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("story", slug));
    }

    boolean isTaken(String slug) {
        return count("slug", slug) > 0;
    }

    List<CaseStory> latest(Filter filter, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .equal("department", filter.department())
                .equal("status", filter.status())
                .below("createdAt", after == null ? null : after.moment(), after);
        return find(
                        "from CaseStory " + conditions.where() + "order by createdAt desc, id desc",
                        conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    List<CaseStory> published(@Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .equal("status", StoryStatus.PUBLISHED)
                .below("publishedAt", after == null ? null : after.moment(), after);
        return find(
                        "from CaseStory " + conditions.where() + "order by publishedAt desc, id desc",
                        conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    /** @param words the text of a {@code tsquery} */
    List<CaseStory> found(String words, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .and("words @@ cast(:words AS tsquery)", Map.of("words", words))
                .and("status = 'PUBLISHED'", Map.of())
                .below(
                        "published_at",
                        after == null ? null : OffsetDateTime.ofInstant(after.moment(), ZoneOffset.UTC),
                        after);
        var query = getEntityManager()
                .createNativeQuery(FOUND + conditions.where() + "ORDER BY published_at DESC, id DESC", CaseStory.class)
                .setMaxResults(limit);
        conditions.parameters().forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<CaseStory> found = query.getResultList();
        return found;
    }

    @Transactional(TxType.MANDATORY)
    void index(UUID id, String vector) {
        getEntityManager()
                .createNativeQuery(INDEX)
                .setParameter(1, id)
                .setParameter(2, vector)
                .executeUpdate();
    }

    /** Nobody finds it any more, and it is of no month. */
    @Transactional(TxType.MANDATORY)
    void forget(UUID id) {
        getEntityManager()
                .createNativeQuery("DELETE FROM case_story_text WHERE story = ?1")
                .setParameter(1, id)
                .executeUpdate();
        monthOf(id).ifPresent(getEntityManager()::remove);
    }

    Optional<StoryOfMonth> monthOf(UUID story) {
        return getEntityManager()
                .createQuery("from StoryOfMonth where story = ?1", StoryOfMonth.class)
                .setParameter(1, story)
                .getResultStream()
                .findFirst();
    }

    Optional<StoryOfMonth> of(YearMonth month) {
        return Optional.ofNullable(getEntityManager().find(StoryOfMonth.class, month.atDay(1)));
    }

    /** The latest month first. */
    List<StoryOfMonth> months(@Nullable YearMonth before, int limit) {
        var conditions = new Conditions();
        if (before != null) {
            conditions.and("month < :before", Map.of("before", before.atDay(1)));
        }
        var query = getEntityManager()
                .createQuery("from StoryOfMonth " + conditions.where() + "order by month desc", StoryOfMonth.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /** The latest first. */
    List<StoryEntry> history(UUID story, @Nullable UUID before, int limit) {
        var conditions = new Conditions().equal("story", story);
        if (before != null) {
            conditions.and("id < :before", Map.of("before", before));
        }
        var query = getEntityManager()
                .createQuery("from StoryEntry " + conditions.where() + "order by id desc", StoryEntry.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
