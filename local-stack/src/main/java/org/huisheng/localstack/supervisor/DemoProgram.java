package org.huisheng.localstack.supervisor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huisheng.localstack.process.Launch;

/** A program of the module demo-data, which plays the users of a running stack. */
final class DemoProgram {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path module;

    DemoProgram(Path projectRoot) {
        this.module = projectRoot.resolve("demo-data");
    }

    boolean isBuilt() {
        return Files.isDirectory(module.resolve("target/classes"));
    }

    Launch launch(String main, List<String> arguments, Path output) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                module.resolve("target/lib") + "/*" + File.pathSeparator + module.resolve("target/classes"),
                main));
        command.addAll(arguments);
        return new Launch(command, Map.of(), output, "TERM", PATIENCE);
    }
}
