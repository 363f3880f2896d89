package org.huisheng.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The metrics that alerts and dashboards are made of, deploy/prometheus/exposed.txt, and those a service exposes. */
public final class WatchedMetrics {

    private WatchedMetrics() {}

    /** Those of a service; of all when it is {@code *}. */
    public static Set<String> of(String service) {
        try {
            return Files.readAllLines(list()).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split("\\s+")))
                    .filter(words -> service.equals("*") || words.contains(service))
                    .map(words -> words.getFirst())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param exposition what /q/metrics answered, in Prometheus' text format */
    public static Set<String> namesIn(String exposition) {
        return exposition
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path list() {
        var folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("Not inside a checkout");
        }
        return folder.resolve("deploy/prometheus/exposed.txt");
    }
}
