package org.huisheng.bench;

import java.util.Locale;

/** What can be measured. */
enum Benchmark {
    INTAKE(
            "responses/s as a ratio to a bare INSERT per row",
            "--questions --connections --rounds --warm-up --seconds --baseline",
            IntakeBench::run),
    FLATNESS(
            "the same beside many responses as a ratio to beside none",
            "--rows --questions --connections --rounds --warm-up --seconds",
            FlatnessBench::run),
    BATCH(
            "responses/s by the batch as a ratio to one by one",
            "--batch --batch-connections --questions --connections --rounds --warm-up --seconds",
            BatchBench::run),
    SAME_IDS("many clients hand in the same responses at once", "--threads --ids --questions", SameIdsBench::run),
    CHECK(
            "checking answers as a ratio to a trivial request",
            "--questions --connections --rounds --warm-up --seconds",
            CheckBench::run),
    GATEWAY(
            "a small GET through the gateway as a ratio to direct",
            "--connections --rounds --warm-up --seconds",
            GatewayBench::run),
    EXPORT(
            "CSV, XLSX, JSON as a ratio to COPY; results first and again",
            "--responses --questions --rounds",
            ExportBench::run),
    FRESHNESS("from a receipt to the score that counts it", "--probes --rate", FreshnessBench::run),
    CONSUMPTION(
            "events to observations as a ratio to COPY", "--events --values --rounds --warm-up", ConsumptionBench::run),
    REBUILD("all figures made anew as a ratio to COPY", "--rows --rounds", RebuildBench::run),
    SCORES(
            "reading all scores as a ratio to a constant",
            "--few --rows --connections --rounds --warm-up --seconds",
            ScoresBench::run),
    FEED(
            "all observations as OData as a ratio to COPY; each once",
            "--pulled --rate --rounds --warm-up",
            FeedBench::run),
    CASEWORK(
            "lives of cases as a ratio to bare transactions; ticks and boards beside many",
            "--lives --open --rows --probes --connections --rounds",
            CaseworkBench::run),
    FOOTPRINT("memory at rest, time to be ready", "--idle --restarts", FootprintBench::run);

    private interface Body {
        boolean run(Options options) throws Exception;
    }

    private final String what;
    private final String flags;
    private final Body body;

    Benchmark(String what, String flags, Body body) {
        this.what = what;
        this.flags = flags;
        this.body = body;
    }

    /** @return false if something acknowledged is missing or doubled; a missed target is no reason */
    boolean run(Options options) throws Exception {
        return body.run(options);
    }

    /** Past the services or with what no survey knows of, so on no stack that anybody else uses. */
    boolean fillsTables() {
        return switch (this) {
            case FLATNESS, EXPORT, CONSUMPTION, REBUILD, SCORES, FEED, CASEWORK -> true;
            case INTAKE, BATCH, SAME_IDS, CHECK, GATEWAY, FRESHNESS, FOOTPRINT -> false;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String usage() {
        return String.format("  %-11s %s%n              %s%n", label(), what, flags);
    }
}
