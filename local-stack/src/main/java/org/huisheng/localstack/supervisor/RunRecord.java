package org.huisheng.localstack.supervisor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huisheng.localstack.process.PrivateFiles;
import org.huisheng.localstack.process.ProcessIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What runs on a data directory, written down so that another ./huisheng can find and end it even if the supervisor was killed.
 *
 * @param options what it was started with; null if an earlier release did that
 */
public record RunRecord(
        ProcessIdentity supervisor,
        Phase phase,
        String gateway,
        Map<String, ProcessIdentity> processes,
        @Nullable StackOptions options) {

    public enum Phase {
        STARTING,
        READY
    }

    private static final String FILE = "processes.json";

    public RunRecord {
        processes = new LinkedHashMap<>(processes);
    }

    public static Optional<RunRecord> read(DataDirectory data) {
        return Json.read(data.file(FILE), RunRecord.class);
    }

    public boolean hasSupervisor() {
        return supervisor.isAlive();
    }

    /** Whether anything runs, be it only what a killed supervisor left. */
    public boolean isAlive() {
        return hasSupervisor() || processes.values().stream().anyMatch(ProcessIdentity::isAlive);
    }

    void write(DataDirectory data) {
        Json.write(data.file(FILE), this);
    }

    static void delete(DataDirectory data) {
        PrivateFiles.deleteTree(data.file(FILE));
        PrivateFiles.deleteTree(data.stackFile());
    }
}
