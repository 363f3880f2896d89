package org.huisheng.localstack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.huisheng.localstack.supervisor.DataDirectory;
import org.huisheng.localstack.supervisor.StackOptions;

/** Reads the arguments of the launcher; what is not known is refused. */
final class CommandLine {

    static final String USAGE = """
            usage: ./huisheng up [--detach] [--port N] [--data DIR] [--no-demo] [--no-limits] [--infrastructure-only]
                   ./huisheng down [--data DIR]
                   ./huisheng status [--json] [--data DIR]
                   ./huisheng logs [survey|feedback|kpi|gateway|postgres|kafka|demo|up] [-f] [--data DIR]
                   ./huisheng doctor [--port N] [--data DIR]
                   ./huisheng backup FILE [--pause] [--data DIR]
                   ./huisheng restore FILE --data DIR
                   ./huisheng rebuild-kpi [--from-log] [--data DIR]
                   ./huisheng verify-seals [--data DIR]
                   ./huisheng verify-audit [--data DIR]
                   ./huisheng test [Maven arguments]
                   ./huisheng bench [name] [arguments]
            """;

    private static final int DEFAULT_PORT = 8080;
    private static final Set<String> LOGS =
            Set.of("survey", "feedback", "kpi", "gateway", "postgres", "kafka", "demo", "up");

    sealed interface Command {
        record Up(StackOptions options, boolean detach) implements Command {}

        record Down(DataDirectory data) implements Command {}

        record Status(DataDirectory data, boolean json) implements Command {}

        record Logs(DataDirectory data, Optional<String> name, boolean follow) implements Command {}

        record Doctor(DataDirectory data, OptionalInt port) implements Command {}

        record Backup(Path file, DataDirectory data, boolean pause) implements Command {}

        record Restore(Path file, DataDirectory data) implements Command {}

        record RebuildKpi(DataDirectory data, boolean fromLog) implements Command {}

        record VerifySeals(DataDirectory data) implements Command {}

        record VerifyAudit(DataDirectory data) implements Command {}

        /** Not for people: the launcher's script asks for it after a build. */
        record Train(Path projectRoot) implements Command {}

        record Help() implements Command {}
    }

    private final Path projectRoot;
    private final Path directory;
    private final Deque<String> rest;
    private Path data;
    private OptionalInt port = OptionalInt.empty();
    private boolean detach;
    private boolean demo = true;
    private boolean limits = true;
    private boolean infrastructureOnly;
    private boolean json;
    private boolean follow;
    private boolean fromLog;
    private boolean pause;
    private boolean dataGiven;
    private Optional<String> log = Optional.empty();

    private CommandLine(Path projectRoot, Path directory, List<String> arguments) {
        this.projectRoot = projectRoot;
        this.directory = directory;
        this.rest = new ArrayDeque<>(arguments);
        this.data = projectRoot.resolve(".huisheng");
    }

    /** @param directory what a relative --data is relative to */
    static Command parse(Path projectRoot, Path directory, List<String> arguments) {
        return new CommandLine(projectRoot, directory, arguments).command();
    }

    private Command command() {
        if (rest.isEmpty()) {
            throw new UsageError("What shall be done?");
        }
        var verb = rest.pop();
        return switch (verb) {
            case "up" -> up();
            case "down" -> {
                readOptions(Set.of());
                yield new Command.Down(new DataDirectory(data));
            }
            case "status" -> {
                readOptions(Set.of("--json"));
                yield new Command.Status(new DataDirectory(data), json);
            }
            case "logs" -> logs();
            case "doctor" -> doctor();
            case "backup" -> backup();
            case "restore" -> restore();
            case "rebuild-kpi" -> {
                readOptions(Set.of("--from-log"));
                yield new Command.RebuildKpi(new DataDirectory(data), fromLog);
            }
            case "verify-seals" -> {
                readOptions(Set.of());
                yield new Command.VerifySeals(new DataDirectory(data));
            }
            case "verify-audit" -> {
                readOptions(Set.of());
                yield new Command.VerifyAudit(new DataDirectory(data));
            }
            case "train" -> {
                readOptions(Set.of());
                yield new Command.Train(projectRoot);
            }
            case "help", "--help", "-h" -> new Command.Help();
            default -> throw new UsageError("Unknown command: " + verb);
        };
    }

    private Command up() {
        readOptions(Set.of("--detach", "--port", "--no-demo", "--no-limits", "--infrastructure-only"));
        var options = new StackOptions(
                projectRoot,
                new DataDirectory(data).root(),
                port.orElse(DEFAULT_PORT),
                demo,
                limits,
                infrastructureOnly);
        return new Command.Up(options, detach);
    }

    private Command doctor() {
        readOptions(Set.of("--port"));
        return new Command.Doctor(new DataDirectory(data), port);
    }

    private Command backup() {
        var file = file("backup");
        readOptions(Set.of("--pause"));
        return new Command.Backup(file, new DataDirectory(data), pause);
    }

    /** Where to is always said: the usual place may hold the only other copy. */
    private Command restore() {
        var file = file("restore");
        readOptions(Set.of());
        if (!dataGiven) {
            throw new UsageError("restore needs --data DIR, a folder that is not there yet");
        }
        return new Command.Restore(file, new DataDirectory(data));
    }

    private Path file(String verb) {
        if (rest.isEmpty() || rest.peek().isBlank() || rest.peek().startsWith("-")) {
            throw new UsageError(verb + " needs a file");
        }
        return directory.resolve(rest.pop());
    }

    private Command logs() {
        if (!rest.isEmpty() && !rest.peek().startsWith("-")) {
            log = Optional.of(rest.pop());
        }
        readOptions(Set.of("-f"));
        if (log.isEmpty() && !rest.isEmpty()) {
            log = Optional.of(rest.pop());
        }
        log.filter(name -> !LOGS.contains(name)).ifPresent(name -> {
            throw new UsageError("No such log: " + name);
        });
        return new Command.Logs(new DataDirectory(data), log, follow);
    }

    private void readOptions(Set<String> allowed) {
        while (!rest.isEmpty()) {
            var option = rest.pop();
            if (!option.equals("--data") && !allowed.contains(option)) {
                throw new UsageError("Unknown argument: " + option);
            }
            switch (option) {
                case "--data" -> {
                    data = directory.resolve(value(option));
                    dataGiven = true;
                }
                case "--port" -> port = OptionalInt.of(port(value(option)));
                case "--detach" -> detach = true;
                case "--no-demo" -> demo = false;
                case "--no-limits" -> limits = false;
                case "--infrastructure-only" -> infrastructureOnly = true;
                case "--json" -> json = true;
                case "-f" -> follow = true;
                case "--pause" -> pause = true;
                case "--from-log" -> fromLog = true;
                default -> throw new UsageError("Unknown argument: " + option);
            }
        }
    }

    private String value(String option) {
        if (rest.isEmpty() || rest.peek().isBlank()) {
            throw new UsageError(option + " needs a value");
        }
        return rest.pop();
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new UsageError("Not a port: " + text);
        }
        var port = Integer.parseInt(text);
        if (port < 1 || port > 65_535) {
            throw new UsageError("Not a port: " + text);
        }
        return port;
    }
}
