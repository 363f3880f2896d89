package org.huisheng.survey.expression;

import java.time.Instant;
import java.time.ZoneId;

/** One evaluation: what names stand for, and what time it is where. */
record Run(Scope scope, Instant now, ZoneId zone) {

    /** The row a filter looks at; besides it, only the whole is in sight. */
    Run within(Scope inner) {
        return new Run(inner.orElse(scope.outermost()), now, zone);
    }
}
