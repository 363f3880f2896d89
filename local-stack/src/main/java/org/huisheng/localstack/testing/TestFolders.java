package org.huisheng.localstack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huisheng.localstack.process.PrivateFiles;
import org.huisheng.localstack.process.ProcessIdentity;
import org.huisheng.localstack.process.StartFailed;

/** Where test servers keep their files. */
final class TestFolders {

    private static final Path BASE = Path.of("target", "local-stack").toAbsolutePath();

    private TestFolders() {}

    /** A fresh folder that bears the pid of this JVM; those of JVMs that are gone are removed. */
    static Path create(String kind) {
        try {
            Files.createDirectories(BASE);
            try (var folders = Files.newDirectoryStream(BASE, kind + "-*")) {
                folders.forEach(TestFolders::deleteIfAbandoned);
            }
            var folder = BASE.resolve(kind + "-" + ProcessHandle.current().pid());
            PrivateFiles.deleteTree(folder);
            PrivateFiles.createDirectory(folder);
            PrivateFiles.createDirectory(folder.resolve("logs"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checkout this test runs in; the launcher says which, as it can be called from anywhere. */
    static Path projectRoot() {
        var home = System.getProperty("huisheng.home");
        if (home != null) {
            return Path.of(home);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("local-stack/kafka-broker/pom.xml"))) {
                return folder;
            }
        }
        throw new StartFailed(
                "Not inside a checkout of Huisheng: " + Path.of("").toAbsolutePath());
    }

    private static void deleteIfAbandoned(Path folder) {
        var name = folder.getFileName().toString();
        var owner = Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
        if (ProcessIdentity.of(owner).isEmpty()) {
            PrivateFiles.deleteTree(folder);
        }
    }
}
