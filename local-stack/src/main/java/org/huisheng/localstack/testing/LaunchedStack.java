package org.huisheng.localstack.testing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.huisheng.localstack.process.StartFailed;

/** The whole product as a user starts it: {@code ./huisheng up --detach} on a data directory of its own. */
public final class LaunchedStack implements AutoCloseable {

    private static final int UP_MINUTES = 8;
    private static final int DOWN_MINUTES = 2;
    private static final int COMMAND_MINUTES = 3;

    private final Path data;

    private LaunchedStack(Path data) {
        this.data = data;
    }

    /** @param data its data directory; what is there already is kept */
    public static LaunchedStack up(Path data, int port, String... options) throws IOException, InterruptedException {
        return up(data, port, Map.of(), options);
    }

    /** @param environment handed on to every service */
    public static LaunchedStack up(Path data, int port, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("up", "--detach", "--port", String.valueOf(port)));
        arguments.addAll(List.of("--data", data.toString()));
        arguments.addAll(List.of(options));
        run(arguments, UP_MINUTES, Redirect.INHERIT, environment);
        return new LaunchedStack(data);
    }

    /** The present content of {@code stack.json}. */
    public String json() throws IOException {
        return Files.readString(data.resolve("stack.json"));
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** What a command of the launcher about this stack prints. */
    public String ask(String command, String... options) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(command, "--data", data.toString()));
        arguments.addAll(List.of(options));
        var printed = Files.createTempFile("huisheng", ".out");
        try {
            run(arguments, COMMAND_MINUTES, Redirect.to(printed.toFile()), Map.of());
            return Files.readString(printed);
        } finally {
            Files.delete(printed);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run(List.of("down", "--data", data.toString()), DOWN_MINUTES, Redirect.INHERIT, Map.of());
    }

    private static void run(List<String> arguments, int minutes, Redirect output, Map<String, String> environment)
            throws IOException, InterruptedException {
        var root = TestFolders.projectRoot();
        var command = new ArrayList<>(List.of(root.resolve("huisheng").toString()));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command).directory(root.toFile()).inheritIO().redirectOutput(output);
        builder.environment().putAll(environment);
        // Whoever runs tests or measurements has just built what they are about.
        builder.environment().put("HUISHENG_SKIP_BUILD", "1");
        var process = builder.start();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.destroy();
            throw new StartFailed("./huisheng " + arguments.getFirst() + " took over " + minutes + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new StartFailed("./huisheng " + arguments + " ended with " + process.exitValue());
        }
    }
}
