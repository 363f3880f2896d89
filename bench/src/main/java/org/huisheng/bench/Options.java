package org.huisheng.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huisheng.bench.load.Questionnaire;
import org.jspecify.annotations.Nullable;

/** What to measure and for how long. */
record Options(
        List<Benchmark> benchmarks,
        Map<String, Integer> numbers,
        @Nullable Path running) {

    private static final Map<String, Integer> DEFAULTS = Map.ofEntries(
            Map.entry("--questions", 20),
            Map.entry("--connections", 32),
            Map.entry("--rounds", 3),
            Map.entry("--warm-up", 60),
            Map.entry("--seconds", 15),
            Map.entry("--baseline", 6),
            Map.entry("--rows", 1_000_000),
            Map.entry("--batch", 500),
            Map.entry("--batch-connections", 4),
            Map.entry("--threads", 64),
            Map.entry("--ids", 200),
            Map.entry("--responses", 100_000),
            Map.entry("--probes", 100),
            Map.entry("--rate", 1000),
            Map.entry("--events", 50_000),
            Map.entry("--values", 4),
            Map.entry("--few", 10_000),
            Map.entry("--pulled", 100_000),
            Map.entry("--lives", 400),
            Map.entry("--open", 100_000),
            Map.entry("--idle", 60),
            Map.entry("--restarts", 3));

    static String usage() {
        var usage = new StringBuilder("usage: ./huisheng bench [name…|all] [flags]\n");
        for (var benchmark : Benchmark.values()) {
            usage.append(benchmark.usage());
        }
        usage.append("unless said otherwise:");
        new TreeMap<>(DEFAULTS)
                .forEach((flag, number) ->
                        usage.append(' ').append(flag).append(' ').append(number));
        return usage.append("\nseconds: --warm-up --seconds --baseline --idle; per second: --rate; the others count\n")
                .append(
                        "--on DIR: measure the stack on this data directory, not a fresh one; footprint kills its services\n")
                .toString();
    }

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
        var chosen =
                benchmarks.values().stream().flatMap(List::stream).distinct().toList();
        if (chosen.isEmpty() && !arguments.isEmpty()) {
            throw new IllegalArgumentException("what is to be measured?");
        }
        if (running != null && chosen.stream().anyMatch(Benchmark::fillsTables)) {
            throw new IllegalArgumentException("--on is not for what fills the tables of its stack by itself");
        }
        Questionnaire.of(numbers.getOrDefault("--questions", 0));
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
