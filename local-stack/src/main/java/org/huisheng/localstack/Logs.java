package org.huisheng.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the end of one log, or of all. */
final class Logs {

    private static final int LINES = 200;

    private Logs() {}

    static boolean show(CommandLine.Command.Logs command) throws InterruptedException {
        var files = files(command.data().logs(), command.name());
        if (files.isEmpty()) {
            System.err.println("No logs in " + command.data().logs());
            return false;
        }
        List<String> tail = new ArrayList<>(List.of("tail", "-n", Integer.toString(LINES)));
        if (command.follow()) {
            tail.add("-F");
        }
        tail.add("--");
        files.forEach(file -> tail.add(file.toString()));
        try {
            return new ProcessBuilder(tail).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory, Optional<String> name) {
        return name.map(one -> both(directory, one).toList())
                .orElseGet(() -> Stream.of("up", "postgres", "kafka", "survey", "feedback", "kpi", "gateway", "demo")
                        .flatMap(each -> both(directory, each))
                        .toList());
    }

    /** A component's own log, and what else it or its JVM printed. */
    private static Stream<Path> both(Path directory, String name) {
        return Stream.of("log", "out").flatMap(kind -> newest(directory, name, kind).stream());
    }

    private static Optional<Path> newest(Path directory, String name, String kind) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(name + "(-[A-Za-z]+)?\\." + kind))
                    .filter(file -> file.toFile().length() > 0)
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
