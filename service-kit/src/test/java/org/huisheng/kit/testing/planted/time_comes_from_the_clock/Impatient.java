package org.huisheng.kit.testing.planted.time_comes_from_the_clock;

import java.time.Instant;
import java.util.function.Supplier;

/** Planted: a moment no test can choose. */
class Impatient {

    final Supplier<Instant> moment = Instant::now;
}
