package org.huisheng.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What to measure and for how long. */
record Options(
        List<Benchmark> benchmarks,
        Map<String, Integer> numbers,
        @Nullable Path running) {

    static final String USAGE = """
            usage: ./huisheng bench [intake|freshness|footprint|all] [flags]
              intake:    --warm-up 25  --seconds 15  --baseline 6   seconds each
                         --connections 32
              freshness: --probes 100  --rate 500   responses per second beside the probes
              footprint: --idle 30   seconds before memory is read
              --on DIR   measure the stack running on this data directory, not a fresh one; footprint kills its services
            """;

    private static final Map<String, Integer> DEFAULTS = Map.of(
            "--warm-up", 25,
            "--seconds", 15,
            "--baseline", 6,
            "--connections", 32,
            "--probes", 100,
            "--rate", 500,
            "--idle", 30);

    static Options parse(List<String> arguments) {
        var benchmarks = new LinkedHashMap<String, List<Benchmark>>();
        var numbers = new TreeMap<>(DEFAULTS);
        Path running = null;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            if (argument.equals("--on") && rest.hasNext()) {
                running = Path.of(rest.next());
            } else if (DEFAULTS.containsKey(argument)) {
                numbers.put(argument, positive(argument, rest.hasNext() ? rest.next() : ""));
            } else {
                benchmarks.put(argument, named(argument));
            }
        }
        var chosen = benchmarks.isEmpty()
                ? List.of(Benchmark.values())
                : benchmarks.values().stream().flatMap(List::stream).distinct().toList();
        return new Options(chosen, numbers, running);
    }

    int number(String flag) {
        return numbers.getOrDefault(flag, 0);
    }

    Duration seconds(String flag) {
        return Duration.ofSeconds(number(flag));
    }

    private static List<Benchmark> named(String name) {
        if (name.equals("all")) {
            return List.of(Benchmark.values());
        }
        return Arrays.stream(Benchmark.values())
                .filter(benchmark -> benchmark.label().equals(name))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new IllegalArgumentException("unknown: " + name));
    }

    private static int positive(String flag, String text) {
        try {
            var number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(flag + " needs a number", notANumber);
        }
        throw new IllegalArgumentException(flag + " needs a number above 0");
    }
}
