package org.huisheng.localstack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How to start one process and how to ask it to end. Its output replaces what the file held before. */
public record Launch(
        List<String> command, Map<String, String> environment, Path output, String stopSignal, Duration patience) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
