package org.huisheng.localstack.supervisor;

import java.util.Locale;

/** The services, in the order they start in. */
enum ServiceName {
    SURVEY("survey-service"),
    FEEDBACK("feedback-service"),
    KPI("kpi-service"),
    GATEWAY("gateway");

    private final String module;

    ServiceName(String module) {
        this.module = module;
    }

    String module() {
        return module;
    }

    /** Its name everywhere outside the code: stack.json, database, role, log files. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
