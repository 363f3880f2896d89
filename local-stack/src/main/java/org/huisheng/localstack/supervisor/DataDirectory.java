package org.huisheng.localstack.supervisor;

import java.nio.file.Path;
import org.huisheng.localstack.process.PrivateFiles;

/** Everything that lasts, in one folder only its owner may enter. */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    void create() {
        PrivateFiles.createDirectory(root);
        PrivateFiles.createDirectory(logs());
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** What the supervisor itself says when it runs in the background. */
    public Path supervisorLog() {
        return logs().resolve("up.log");
    }

    public Path stackFile() {
        return root.resolve("stack.json");
    }

    /** Where the audit logs ended when they were last found whole. */
    public Path auditHeads() {
        return root.resolve("audit-heads.json");
    }

    Path file(String name) {
        return root.resolve(name);
    }
}
