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
    EXPORT(
            "CSV, XLSX, JSON as a ratio to COPY; results first and again",
            "--responses --questions --rounds",
            ExportBench::run),
    FRESHNESS("from a receipt to the score that counts it", "--probes --rate", FreshnessBench::run),
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

    /** Past the services, so on no stack that anybody else uses. */
    boolean fillsTables() {
        return switch (this) {
            case FLATNESS, EXPORT -> true;
            case INTAKE, BATCH, SAME_IDS, CHECK, FRESHNESS, FOOTPRINT -> false;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String usage() {
        return String.format("  %-10s %s%n             %s%n", label(), what, flags);
    }
}
