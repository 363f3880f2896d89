package org.huisheng.bench.export;

import java.util.HashSet;
import java.util.Set;

/**
 * What a pull brought, held against what there was.
 *
 * @param missing rows that were there before it began, and were not in it
 * @param twice rows that came again
 * @param unknown rows that were not even there after it had ended
 * @param arrived rows that came into being meanwhile, and were in it
 */
public record Pulled(int rows, int missing, int twice, int unknown, int arrived) {

    public static Pulled of(Iterable<String> keys, Set<String> before, Set<String> after) {
        var seen = new HashSet<String>();
        var rows = 0;
        var unknown = 0;
        var arrived = 0;
        for (var key : keys) {
            rows++;
            if (seen.add(key)) {
                unknown += after.contains(key) ? 0 : 1;
                arrived += after.contains(key) && !before.contains(key) ? 1 : 0;
            }
        }
        var missing = before.stream().filter(key -> !seen.contains(key)).count();
        return new Pulled(rows, Math.toIntExact(missing), rows - seen.size(), unknown, arrived);
    }

    public boolean isWhole() {
        return missing == 0 && twice == 0 && unknown == 0;
    }
}
