package org.huisheng.feedback.enterprise;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** The parks. */
@ApplicationScoped
public class Parks implements PanacheRepositoryBase<Park, String> {

    /** @throws RuleViolated if there is no such park */
    public void require(String path, String code) {
        if (findById(code) == null) {
            throw new RuleViolated(List.of(new Violation(path, "unknown-park", code)));
        }
    }

    List<Park> byCode(@Nullable String after, int limit) {
        return find("code > ?1 order by code", after == null ? "" : after)
                .page(Page.ofSize(limit))
                .list();
    }
}
