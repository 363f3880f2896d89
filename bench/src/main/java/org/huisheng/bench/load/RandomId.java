package org.huisheng.bench.load;

import java.util.SplittableRandom;

/** A random UUID as its halves, which is what the respondents' page makes too. */
record RandomId(long most, long least) {

    static RandomId of(SplittableRandom random) {
        return new RandomId((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (2L << 62));
    }
}
