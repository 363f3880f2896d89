package org.huisheng.localstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.huisheng.localstack.process.Commands;
import org.huisheng.localstack.process.Component;
import org.huisheng.localstack.process.Launch;
import org.huisheng.localstack.process.PrivateFiles;
import org.huisheng.localstack.process.StartFailed;

/** One PostgreSQL server on one folder. */
public final class PostgresServer implements Component {

    /** Of the programs we start; data of another one cannot be read by them. */
    public static final String MAJOR_VERSION = "18";

    private final Path directory;
    private final Path data;
    private final Path logs;
    private final String host;
    private final int port;
    private final Login superuser;
    private final Path softwareCache;

    /**
     * @param softwareCache where the unpacked programs are kept; may be shared between servers
     * @param host where clients reach it; a server we start listens on the loopback address only
     */
    public PostgresServer(Path directory, Path softwareCache, Path logs, String host, int port, Login superuser) {
        this.directory = directory.toAbsolutePath();
        this.data = this.directory.resolve("data");
        this.logs = logs.toAbsolutePath();
        this.host = host;
        this.port = port;
        this.superuser = superuser;
        this.softwareCache = softwareCache;
    }

    /** Whether a server, of whoever's making, has this folder open. */
    public static boolean isRunningOn(Path directory) {
        return PostmasterPid.isHeld(directory.toAbsolutePath().resolve("data"));
    }

    @Override
    public String name() {
        return "postgres";
    }

    public String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    public Login superuser() {
        return superuser;
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database) + "?connectTimeout=2&socketTimeout=10", superuser.user(), superuser.password());
    }

    @Override
    public void prepare() {
        PrivateFiles.createDirectory(directory);
        if (!Files.exists(data)) {
            initialise();
        }
        PrivateFiles.write(data.resolve("postgresql.conf"), PostgresSettings.text(port, logs));
        PostmasterPid.removeIfStale(data);
    }

    @Override
    public Launch launch() {
        return new Launch(
                Unprivileged.command(software().program("postgres"), "-D", data.toString()),
                Map.of("TZ", "UTC"),
                logs.resolve("postgres.out"),
                // Fast shutdown: TERM would wait for every client to leave.
                "INT",
                Duration.ofSeconds(20));
    }

    @Override
    public boolean isReady() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public Duration startLimit() {
        // Replaying the log after a crash can take its time.
        return Duration.ofMinutes(2);
    }

    private PostgresSoftware software() {
        return PostgresSoftware.unpackedIn(softwareCache);
    }

    /** The folder appears under its name only once it is whole, so a start cut off here begins afresh. */
    private void initialise() {
        Unprivileged.check();
        var unfinished = directory.resolve("initialising");
        var passwordFile = directory.resolve("initial-password");
        try {
            PrivateFiles.deleteTree(unfinished);
            PrivateFiles.write(passwordFile, superuser.password());
            var outcome = Commands.run(initdb(unfinished, passwordFile), Map.of("TZ", "UTC", "LC_ALL", "C"));
            if (!outcome.succeeded()) {
                throw new StartFailed("PostgreSQL's initdb failed:\n" + outcome.output());
            }
            Files.move(unfinished, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            PrivateFiles.deleteTree(passwordFile);
        }
    }

    private List<String> initdb(Path target, Path passwordFile) {
        return Unprivileged.command(
                software().program("initdb"),
                "--pgdata=" + target,
                "--username=" + superuser.user(),
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
    }
}
