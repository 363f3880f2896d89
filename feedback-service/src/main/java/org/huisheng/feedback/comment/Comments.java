package org.huisheng.feedback.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.events.CommentEvent.CommentKind;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** All comments of the government. */
@ApplicationScoped
class Comments implements PanacheRepositoryBase<GovernmentComment, UUID> {

    /** What a list is narrowed to; null is not narrowed. @param department which has a task */
    record Filter(
            @Nullable CommentKind kind,
            @Nullable CommentStatus status,
            @Nullable String department) {}

    GovernmentComment require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("comment", id));
    }

    /** Lets requests with one client's identifier go one after the other; the primary key remains the last word. */
    @Transactional(TxType.MANDATORY)
    void inTurn(UUID id) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(5, hashtext(?1))) AS turn")
                .setParameter(1, id.toString())
                .getSingleResult();
    }

    /** Reads a comment again, held until the end of the transaction. */
    @Transactional(TxType.MANDATORY)
    void holdAsItIs(GovernmentComment comment) {
        getEntityManager().refresh(comment, LockModeType.PESSIMISTIC_WRITE);
    }

    List<GovernmentComment> latest(Filter filter, @Nullable Keyset after, int limit) {
        return filter.department() == null
                ? ofAll(filter, after, limit)
                : ofDepartment(filter.department(), filter, after, limit);
    }

    private List<GovernmentComment> ofAll(Filter filter, @Nullable Keyset after, int limit) {
        var conditions = new Conditions().equal("kind", filter.kind()).equal("status", filter.status());
        conditions.below("receivedAt", after == null ? null : after.moment(), after);
        return find(
                        "from GovernmentComment " + conditions.where() + "order by receivedAt desc, id desc",
                        conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    /** In the order of the department's tasks, which is that of their comments. */
    private List<GovernmentComment> ofDepartment(String department, Filter filter, @Nullable Keyset after, int limit) {
        var conditions = new Conditions()
                .and("task.comment = said.id and task.department = :department", Map.of("department", department));
        if (filter.kind() != null) {
            conditions.and("said.kind = :kind", Map.of("kind", filter.kind()));
        }
        if (filter.status() != null) {
            conditions.and("said.status = :status", Map.of("status", filter.status()));
        }
        if (after != null) {
            conditions.and(
                    "task.receivedAt <= :cursorKey and (task.receivedAt < :cursorKey or task.comment < :cursorId)",
                    Map.of("cursorKey", after.moment(), "cursorId", after.id()));
        }
        return find(
                        "select said from CommentTask task, GovernmentComment said " + conditions.where()
                                + "order by task.receivedAt desc, task.comment desc",
                        conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }
}
