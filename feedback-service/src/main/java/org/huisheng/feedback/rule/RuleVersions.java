package org.huisheng.feedback.rule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;

/** All that rules have said. */
@ApplicationScoped
public class RuleVersions implements PanacheRepositoryBase<RuleVersion, RuleVersion.Key> {

    /** @throws NotFound if nobody wrote it */
    public RuleVersion require(UUID rule, int version) {
        return findByIdOptional(new RuleVersion.Key(rule, version)).orElseThrow(() -> new NotFound("rule", rule));
    }
}
