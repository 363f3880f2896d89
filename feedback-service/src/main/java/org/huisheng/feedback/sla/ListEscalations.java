package org.huisheng.feedback.sla;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.sla.Ladder.Recipient;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.jspecify.annotations.Nullable;

/** Who was told of which case, the newest first. */
@ApplicationScoped
class ListEscalations implements PanacheRepositoryBase<Escalation, Escalation.Key> {

    private final CaseAccess access;

    ListEscalations(CaseAccess access) {
        this.access = access;
    }

    /** A liaison's list is narrowed to their department; asking for another is refused rather than left empty. */
    @Transactional
    List<Escalation> newest(
            @Nullable String department, @Nullable Recipient recipient, @Nullable Keyset after, int limit) {
        var scope = access.scope();
        if (scope.isPresent() && department != null && !department.equals(scope.get())) {
            throw new NotAllowed("foreign-department");
        }
        var conditions = new Conditions()
                .equal("department", scope.orElse(department))
                .equal("recipient", recipient)
                .below("firedAt", after == null ? null : after.moment(), after);
        return find("from Escalation " + conditions.where() + "order by firedAt desc, id desc", conditions.parameters())
                .page(0, limit)
                .list();
    }
}
