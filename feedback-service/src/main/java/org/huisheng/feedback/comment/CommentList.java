package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.huisheng.events.CommentEvent.CommentKind;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.jspecify.annotations.Nullable;

/** Comments in the order, and narrowed to what was asked for. */
@ApplicationScoped
class CommentList {

    private final EntityManager database;

    CommentList(EntityManager database) {
        this.database = database;
    }

    /**
     * What a list is narrowed to; null is not narrowed.
     *
     * @param department which has a task
     * @param words as a condition on the words of comments
     */
    record Filter(
            @Nullable CommentKind kind,
            @Nullable CommentStatus status,
            @Nullable String department,
            @Nullable String words,
            CommentOrder order) {}

    List<GovernmentComment> page(Filter filter, @Nullable Keyset after, int limit) {
        // A department's list comes in the order of its tasks, which is that of their comments.
        var ofTasks = filter.department() != null;
        var id = ofTasks ? "task.comment" : "said.id";
        var order = filter.order().by().of(ofTasks ? "task" : "said");
        var conditions = new Conditions();
        if (filter.department() != null) {
            conditions.and(
                    "task.department = :department AND task.status <> 'WITHDRAWN'",
                    Map.of("department", filter.department()));
        }
        if (filter.kind() != null) {
            conditions.and("said.kind = :kind", Map.of("kind", filter.kind().name()));
        }
        if (filter.status() != null) {
            conditions.and(
                    "said.status = :status", Map.of("status", filter.status().name()));
        }
        var from = ofTasks
                ? "SELECT said.* FROM comment_task AS task JOIN government_comment AS said ON said.id = task.comment "
                : "SELECT said.* FROM government_comment AS said ";
        if (filter.words() != null) {
            from += "JOIN comment_text ON comment_text.comment = said.id ";
            conditions.and("comment_text.words @@ cast(:words AS tsquery)", Map.of("words", filter.words()));
        }
        if (after != null) {
            var place = OffsetDateTime.ofInstant(after.moment(), ZoneOffset.UTC);
            conditions.and(order.after(id), Map.of("place", place, "id", after.id()));
        }
        return read(from + conditions.where() + order.sql(id), conditions.parameters(), limit);
    }

    private List<GovernmentComment> read(String sql, Map<String, Object> parameters, int limit) {
        var query = database.createNativeQuery(sql, GovernmentComment.class).setMaxResults(limit);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<GovernmentComment> found = query.getResultList();
        return found;
    }
}
