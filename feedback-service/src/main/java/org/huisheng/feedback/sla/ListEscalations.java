package org.huisheng.feedback.sla;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.sla.Ladder.Recipient;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.jspecify.annotations.Nullable;

/** Who was told of which case, the newest first. */
@ApplicationScoped
class ListEscalations implements PanacheRepositoryBase<Escalation, Escalation.Key> {

    private final Cases cases;
    private final CaseAccess access;

    ListEscalations(Cases cases, CaseAccess access) {
        this.cases = cases;
        this.access = access;
    }

    /** @param title null for whoever may not read the case any more */
    record Listed(Escalation escalation, @Nullable String title) {}

    /** A liaison's list is narrowed to their department; asking for another is refused rather than left empty. */
    @Transactional
    List<Listed> newest(@Nullable String department, @Nullable Recipient recipient, @Nullable Keyset after, int limit) {
        var scope = access.scope();
        if (scope.isPresent() && department != null && !department.equals(scope.get())) {
            throw new NotAllowed("foreign-department");
        }
        var conditions = new Conditions()
                .equal("department", scope.orElse(department))
                .equal("recipient", recipient)
                .below("firedAt", after == null ? null : after.moment(), after);
        List<Escalation> found = find(
                        "from Escalation " + conditions.where() + "order by firedAt desc, id desc",
                        conditions.parameters())
                .page(0, limit)
                .list();
        var titles = titles(found);
        return found.stream()
                .map(one -> new Listed(one, titles.get(one.caseId())))
                .toList();
    }

    private Map<UUID, String> titles(List<Escalation> of) {
        var ids = of.stream().map(Escalation::caseId).distinct().toList();
        return cases.list("id in ?1", ids).stream()
                .filter(access::mayRead)
                .collect(Collectors.toMap(Case::id, Case::title));
    }
}
