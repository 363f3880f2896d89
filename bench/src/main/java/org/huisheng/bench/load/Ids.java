package org.huisheng.bench.load;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;

/** Many ids in little memory. Not for several threads at once. */
final class Ids {

    private long[] halves = new long[8192];
    private int size;

    void add(RandomId id) {
        if (size == halves.length) {
            halves = Arrays.copyOf(halves, size * 2);
        }
        halves[size++] = id.most();
        halves[size++] = id.least();
    }

    void forEach(Consumer<UUID> action) {
        for (var index = 0; index < size; index += 2) {
            action.accept(new UUID(halves[index], halves[index + 1]));
        }
    }
}
