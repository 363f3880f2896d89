package org.huisheng.localstack.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether tests can have containers. */
final class DockerEngine {

    private DockerEngine() {}

    static boolean answers() {
        // Testcontainers' own search is slow and loud where there is nothing to find.
        var somewhere = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return somewhere && isOnClassPath() && Testcontainers.findDocker();
    }

    private static boolean isOnClassPath() {
        return DockerEngine.class.getClassLoader().getResource("org/testcontainers/DockerClientFactory.class") != null;
    }

    /** Apart, so that nothing of Testcontainers is loaded before we know it is there. */
    private static final class Testcontainers {
        static boolean findDocker() {
            return org.testcontainers.DockerClientFactory.instance().isDockerAvailable();
        }
    }
}
