package org.huisheng.feedback.supply.template;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.huisheng.feedback.supply.template.SupplyTemplate.Words;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** All versions of the template. */
@ApplicationScoped
public class SupplyTemplates implements PanacheRepositoryBase<SupplyTemplate, Integer> {

    private static final int IN_TURN = 47;

    private final Caller caller;
    private final Clock clock;

    SupplyTemplates(Caller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /** There is always one: the schema brings the first. */
    @Transactional
    public SupplyTemplate present() {
        return find("order by version desc").page(0, 1).singleResult();
    }

    /** The same words again are no new version. */
    @Transactional
    SupplyTemplate write(@Nullable Long expected, Words words) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1, 0)) AS turn")
                .setParameter(1, IN_TURN)
                .getSingleResult();
        var present = present();
        if (expected != null && expected != present.version()) {
            throw new Outdated();
        }
        if (present.says(words)) {
            return present;
        }
        var next = new SupplyTemplate(present.version() + 1, words, caller.name(), clock.instant());
        persistAndFlush(next);
        return next;
    }
}
