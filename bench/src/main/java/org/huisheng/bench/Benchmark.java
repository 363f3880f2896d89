package org.huisheng.bench;

import java.util.Locale;

/** What can be measured. */
enum Benchmark {
    INTAKE {
        @Override
        boolean run(Options options) throws Exception {
            return IntakeBench.run(options);
        }
    },
    FRESHNESS {
        @Override
        boolean run(Options options) throws Exception {
            return FreshnessBench.run(options);
        }
    },
    FOOTPRINT {
        @Override
        boolean run(Options options) throws Exception {
            return FootprintBench.run(options);
        }
    };

    /** @return false if something acknowledged is missing, or refused without a reason */
    abstract boolean run(Options options) throws Exception;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
