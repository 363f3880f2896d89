package org.huisheng.localstack;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.huisheng.localstack.backup.BackupRefused;
import org.huisheng.localstack.backup.RestoreBackup;
import org.huisheng.localstack.doctor.Doctor;
import org.huisheng.localstack.process.StartFailed;
import org.huisheng.localstack.remote.KnownHeads;
import org.huisheng.localstack.remote.RebuildKpi;
import org.huisheng.localstack.remote.StackClient;
import org.huisheng.localstack.remote.VerifyAudit;
import org.huisheng.localstack.remote.VerifySeals;
import org.huisheng.localstack.supervisor.DataDirectory;
import org.huisheng.localstack.supervisor.Progress;
import org.huisheng.localstack.supervisor.Release;
import org.huisheng.localstack.supervisor.RunRecord;
import org.huisheng.localstack.supervisor.RunningStack;
import org.huisheng.localstack.supervisor.ServiceTraining;

/** Entry point behind the ./huisheng script, which finds a JDK and builds what is stale first. */
public final class Main {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws InterruptedException {
        var directory = Path.of("").toAbsolutePath();
        var projectRoot = Path.of(System.getProperty("huisheng.home", directory.toString()));
        try {
            return execute(CommandLine.parse(projectRoot, directory, arguments));
        } catch (UsageError e) {
            System.err.println(e.getMessage());
            System.err.print(CommandLine.USAGE);
            return USAGE;
        } catch (StartFailed | BackupRefused | UncheckedIOException e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
    }

    private static int execute(CommandLine.Command command) throws InterruptedException {
        return switch (command) {
            case CommandLine.Command.Up up when up.detach() -> exitCode(new DetachedUp(up.options()).run());
            case CommandLine.Command.Up up -> exitCode(new Up(up.options()).run());
            case CommandLine.Command.Down down -> exitCode(down(down));
            case CommandLine.Command.Status status -> exitCode(status(status));
            case CommandLine.Command.Logs logs -> exitCode(Logs.show(logs));
            case CommandLine.Command.Backup backup -> exitCode(new Backup(backup, System.out).run());
            case CommandLine.Command.Restore restore -> exitCode(restore(restore));
            case CommandLine.Command.Doctor doctor ->
                exitCode(new Doctor(doctor.data(), doctor.port(), System.out).run());
            case CommandLine.Command.RebuildKpi rebuild ->
                exitCode(new RebuildKpi(client(rebuild.data(), "admin"), System.out).run(rebuild.fromLog()));
            case CommandLine.Command.VerifySeals verify ->
                exitCode(new VerifySeals(client(verify.data(), "office"), System.out).run());
            case CommandLine.Command.VerifyAudit verify ->
                exitCode(new VerifyAudit(
                                client(verify.data(), "admin"),
                                new KnownHeads(verify.data().auditHeads()),
                                System.out)
                        .run());
            case CommandLine.Command.Train train ->
                exitCode(new ServiceTraining(train.projectRoot(), new Progress(System.out)).run());
            case CommandLine.Command.Help _ -> {
                System.out.print(CommandLine.USAGE);
                yield OK;
            }
        };
    }

    private static StackClient client(DataDirectory data, String username) throws InterruptedException {
        return new StackClient(data.stackFile(), username);
    }

    private static boolean down(CommandLine.Command.Down command) {
        var record = RunRecord.read(command.data());
        if (record.isEmpty()) {
            System.out.println("Nothing is running on " + command.data().root());
            return true;
        }
        var ended = new RunningStack(command.data(), record.get()).end();
        System.out.println(
                (ended ? "Stopped " : "Could not stop ") + command.data().root());
        return ended;
    }

    private static boolean restore(CommandLine.Command.Restore command) {
        var target = command.data().root();
        var restored = new RestoreBackup(command.file(), target, Release.version()).run();
        System.out.printf(
                "%s: %d files of %s, Huisheng %s, each as its SHA-256 says%s%n",
                target,
                restored.files(),
                restored.takenAt(),
                restored.huisheng(),
                restored.sumCompared() ? "" : "; the backup's own sum was not beside it");
        return true;
    }

    private static boolean status(CommandLine.Command.Status command) {
        var record = RunRecord.read(command.data());
        if (record.isEmpty()) {
            System.out.println(
                    command.json()
                            ? "{\"phase\":\"stopped\"}"
                            : "Nothing is running on " + command.data().root());
            return false;
        }
        var stack = new RunningStack(command.data(), record.get());
        System.out.print(command.json() ? stack.json() + "\n" : stack.text());
        return stack.isWhole();
    }

    private static int exitCode(boolean success) {
        return success ? OK : FAILED;
    }
}
