package org.huisheng.localstack;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.huisheng.localstack.backup.BackupRefused;
import org.huisheng.localstack.backup.TakeBackup;
import org.huisheng.localstack.postgres.PostgresServer;
import org.huisheng.localstack.supervisor.DataDirectory;
import org.huisheng.localstack.supervisor.DataLock;
import org.huisheng.localstack.supervisor.LastStart;
import org.huisheng.localstack.supervisor.Release;
import org.huisheng.localstack.supervisor.RunRecord;
import org.huisheng.localstack.supervisor.RunningStack;

/**
 * {@code backup}: of a stack that does not run, or of one that pauses for it. The databases and the log must be of one moment:
 * an event relayed between two copies would be lost, or counted of nothing.
 */
final class Backup {

    private final CommandLine.Command.Backup command;
    private final DataDirectory data;
    private final PrintStream out;

    Backup(CommandLine.Command.Backup command, PrintStream out) {
        this.command = command;
        this.data = command.data();
        this.out = out;
    }

    /** @return whether there is a backup, and a paused stack runs again */
    boolean run() throws InterruptedException {
        if (!Files.isDirectory(data.root())) {
            throw new BackupRefused("There is no stack's data in " + data.root());
        }
        var version = LastStart.read(data).map(LastStart::huisheng).orElseGet(Release::version);
        var backup = new TakeBackup(data.root(), command.file(), version, Clock.systemUTC());
        backup.check();
        var running = RunRecord.read(data).filter(RunRecord::hasSupervisor);
        return running.isPresent() ? paused(running.get(), backup) : locked(backup);
    }

    private boolean paused(RunRecord running, TakeBackup backup) throws InterruptedException {
        if (!command.pause()) {
            throw new BackupRefused(
                    "A stack runs on %s, and its databases and its log must be of one moment: ".formatted(data.root())
                            + "./huisheng down first, or let it pause with --pause");
        }
        var options = Optional.ofNullable(running.options())
                .filter(_ -> running.phase() == RunRecord.Phase.READY)
                .orElseThrow(() -> new BackupRefused("The stack on " + data.root()
                        + " is still starting, or was started by an earlier release; stop it with ./huisheng down"));
        var again = new DetachedUp(options, running.supervisor().environment());
        out.println("Pausing the stack. Should this be cut off: ./huisheng " + String.join(" ", again.arguments())
                + " --detach");
        if (!new RunningStack(data, running).end()) {
            throw new BackupRefused("The stack on " + data.root() + " could not be stopped");
        }
        var started = false;
        try {
            locked(backup);
        } finally {
            started = again.run();
        }
        return started;
    }

    private boolean locked(TakeBackup backup) {
        var lock = DataLock.take(data)
                .orElseThrow(() -> new BackupRefused("Another ./huisheng has just begun to use " + data.root()));
        try {
            if (RunRecord.read(data).filter(RunRecord::isAlive).isPresent()
                    || PostgresServer.isRunningOn(data.root().resolve("postgres"))) {
                throw new BackupRefused("Processes of a killed supervisor still run on %s; ./huisheng down ends them"
                        .formatted(data.root()));
            }
            var size = backup.run();
            out.printf(
                    "%s: %,d bytes, every file with its SHA-256; its own is in %s.sha256%n",
                    command.file(), size, command.file().getFileName());
            return true;
        } finally {
            // Held, and so reachable, until here.
            lock.release();
        }
    }
}
