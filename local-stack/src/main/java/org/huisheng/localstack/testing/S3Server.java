package org.huisheng.localstack.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.huisheng.localstack.process.Component;
import org.huisheng.localstack.process.Launch;
import org.huisheng.localstack.process.LoopbackPorts;
import org.huisheng.localstack.process.PrivateFiles;
import org.huisheng.localstack.process.StartFailed;

/** An S3 server before a folder: a bucket is a folder in it, an object a file. */
final class S3Server implements Component {

    private final Path jars;
    private final Path directory;
    private final int port;
    private final String accessKey;
    private final String secretKey;

    S3Server(Path jars, Path directory, int port, String accessKey, String secretKey) {
        this.jars = jars.toAbsolutePath();
        this.directory = directory.toAbsolutePath();
        this.port = port;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    @Override
    public String name() {
        return "s3";
    }

    Path buckets() {
        return directory.resolve("buckets");
    }

    @Override
    public void prepare() {
        if (!Files.isDirectory(jars)) {
            throw new StartFailed(
                    "The server's jars are not in " + jars + ": run mvn -pl local-stack/s3-server generate-resources");
        }
        PrivateFiles.createDirectory(buckets());
        PrivateFiles.write(settings(), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                # It insists on them before a folder, too.
                jclouds.identity=none
                jclouds.credential=none
                """.formatted(port, accessKey, secretKey, buckets()));
    }

    @Override
    public Launch launch() {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                // What goes to standard error it sends to the logger, and so must not be where that writes.
                "-Dorg.slf4j.simpleLogger.logFile=System.out",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                jars + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                settings().toString());
        return new Launch(command, Map.of(), directory.resolve("logs/s3.out"), "TERM", Duration.ofSeconds(10));
    }

    @Override
    public boolean isReady() {
        return LoopbackPorts.answers(port);
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(60);
    }

    private Path settings() {
        return directory.resolve("s3proxy.conf");
    }
}
