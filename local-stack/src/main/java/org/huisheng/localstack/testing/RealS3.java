package org.huisheng.localstack.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.huisheng.localstack.process.LoopbackPorts;
import org.huisheng.localstack.process.PrivateFiles;

/** One S3 server per test JVM, gone with it; an empty bucket for every application start. */
public final class RealS3 implements QuarkusTestResourceLifecycleManager {

    // System properties, because Quarkus may load this class more than once in a JVM.
    private static final String PORT = "huisheng.test.s3.port";
    private static final String DIRECTORY = "huisheng.test.s3.directory";
    private static final String ACCESS_KEY = "huisheng.test.s3.access-key";
    private static final String SECRET_KEY = "huisheng.test.s3.secret-key";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "huisheng.attachment.store", "s3",
                "huisheng.attachment.s3.endpoint", endpoint().toString(),
                "huisheng.attachment.s3.bucket", freshBucket(),
                "huisheng.attachment.s3.access-key", System.getProperty(ACCESS_KEY, ""),
                "huisheng.attachment.s3.secret-key", System.getProperty(SECRET_KEY, ""));
    }

    /** The next test class finds the server running. */
    @Override
    public void stop() {}

    public static synchronized URI endpoint() {
        if (System.getProperty(PORT) == null) {
            System.setProperty(DIRECTORY, TestFolders.create("s3").toString());
            System.setProperty(ACCESS_KEY, UUID.randomUUID().toString());
            System.setProperty(SECRET_KEY, UUID.randomUUID().toString());
            System.setProperty(PORT, Integer.toString(LoopbackPorts.anyFree()));
            embedded().start();
        }
        return URI.create("http://127.0.0.1:" + System.getProperty(PORT));
    }

    /** For tests of what happens while there is no store. */
    public static TestServer server() {
        endpoint();
        return embedded();
    }

    /** Where the objects of a bucket lie as files. */
    public static Path files(String bucket) {
        return described().buckets().resolve(bucket);
    }

    private static String freshBucket() {
        var bucket = "test-" + UUID.randomUUID();
        PrivateFiles.createDirectory(files(bucket));
        return bucket;
    }

    private static EmbeddedServer embedded() {
        return new EmbeddedServer(described(), directory());
    }

    private static S3Server described() {
        return new S3Server(
                TestFolders.projectRoot().resolve("local-stack/s3-server/target/lib"),
                directory(),
                Integer.getInteger(PORT, 0),
                System.getProperty(ACCESS_KEY, ""),
                System.getProperty(SECRET_KEY, ""));
    }

    private static Path directory() {
        return Path.of(System.getProperty(DIRECTORY, ""));
    }
}
