package org.huisheng.feedback.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.NotFound;

/** Which plans there are, for what is written about them. */
@ApplicationScoped
public class PlanTitles {

    private final Plans plans;

    PlanTitles(Plans plans) {
        this.plans = plans;
    }

    /** @throws NotFound if there is no such plan */
    public String require(UUID plan) {
        return plans.require(plan).title();
    }
}
