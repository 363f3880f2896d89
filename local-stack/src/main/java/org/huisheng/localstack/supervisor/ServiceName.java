package org.huisheng.localstack.supervisor;

import java.nio.file.Path;
import java.util.Locale;
import org.huisheng.localstack.training.AotCache;

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

    AotCache cache(Path projectRoot) {
        return new AotCache(projectRoot.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** Its name everywhere outside the code: stack.json, database, role, log files. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
