package org.huisheng.feedback.process;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.huisheng.feedback.request.Conditions;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** All processes. */
@ApplicationScoped
public class Processes implements PanacheRepositoryBase<Process, String> {

    /** More than an office oversees. */
    public static final int MOST = 1000;

    /** What a list is narrowed to; null is not narrowed. */
    record Filter(
            @Nullable String department,
            @Nullable Boolean keyProcess,
            @Nullable Boolean typicalBusiness,
            @Nullable Boolean active) {}

    /** @throws NotFound if there is none of the code */
    public Process require(String code) {
        return findByIdOptional(code).orElseThrow(() -> new NotFound("process", code));
    }

    /** @throws RuleViolated unless it is in use */
    public Process requireActive(String path, String code) {
        return findByIdOptional(code)
                .filter(process -> process.profile().active())
                .orElseThrow(() -> new RuleViolated(List.of(new Violation(path, "unknown-process", code))));
    }

    /** Held until the end of the transaction by whoever says what is the first in it. */
    public Process hold(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NotFound("process", code));
    }

    public List<Process> ofCodes(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : list("code in ?1", codes);
    }

    /** @throws Conflict if the register would have too many */
    public void add(Process process) {
        if (count() >= MOST) {
            throw new Conflict("too-many-processes", MOST);
        }
        persist(process);
    }

    List<Process> page(Filter filter, String after, int limit) {
        var conditions = new Conditions().and("code > :after", Map.of("after", after));
        narrow(conditions, "department", filter.department());
        narrow(conditions, "keyProcess", filter.keyProcess());
        narrow(conditions, "typicalBusiness", filter.typicalBusiness());
        narrow(conditions, "active", filter.active());
        return find("from Process " + conditions.where() + "order by code", conditions.parameters())
                .page(Page.ofSize(limit))
                .list();
    }

    private static void narrow(Conditions conditions, String field, @Nullable Object value) {
        if (value != null) {
            conditions.and("profile." + field + " = :" + field, Map.of(field, value));
        }
    }
}
