package org.huisheng.kpi.testing;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Randomness that can be had again: {@code -Dhuisheng.test.seed=…} with the number a failing run printed. */
public final class Seed {

    private Seed() {}

    public static RandomGenerator generator(String test) {
        var seed = Long.getLong("huisheng.test.seed", System.nanoTime());
        System.out.println(test + ": -Dhuisheng.test.seed=" + seed);
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
