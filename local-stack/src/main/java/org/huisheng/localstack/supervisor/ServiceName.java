package org.huisheng.localstack.supervisor;

import java.nio.file.Path;
import java.util.Locale;
import org.huisheng.localstack.training.AotCache;

/** The services, in the order they start in. */
enum ServiceName {
    SURVEY("survey-service", 256),
    FEEDBACK("feedback-service", 256),
    KPI("kpi-service", 144),
    GATEWAY("gateway", 128);

    private final String module;
    private final int heapMegabytes;

    ServiceName(String module, int heapMegabytes) {
        this.module = module;
        this.heapMegabytes = heapMegabytes;
    }

    String module() {
        return module;
    }

    /**
     * Those that take bodies of 20 MB need more of it. Idle, none may come to more than 300 MB; survey-service and
     * feedback-service grow beyond that only while they print, with two whole Chinese fonts in memory.
     */
    String heapLimit() {
        return "-Xmx" + heapMegabytes + "m";
    }

    AotCache cache(Path projectRoot) {
        return new AotCache(projectRoot.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** Its name everywhere outside the code: stack.json, database, role, log files. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
