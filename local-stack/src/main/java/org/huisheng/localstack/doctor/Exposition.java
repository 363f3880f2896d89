package org.huisheng.localstack.doctor;

import java.util.Arrays;
import java.util.OptionalDouble;

/** What a process says at /q/metrics, in Prometheus' text format. */
record Exposition(String text) {

    /** Over all labels; empty if there is no such metric. */
    OptionalDouble sum(String name) {
        var values = text.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                // Labels may hold spaces; a value does not, and nobody adds a time.
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(values).sum());
    }
}
