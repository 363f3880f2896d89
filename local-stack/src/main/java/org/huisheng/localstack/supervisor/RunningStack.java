package org.huisheng.localstack.supervisor;

import java.time.Duration;
import java.util.Locale;

/** A stack some other ./huisheng started: looking at it and ending it. */
public final class RunningStack {

    // The sum of what its processes may take, one group after the other.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataDirectory data;
    private final RunRecord record;

    public RunningStack(DataDirectory data, RunRecord record) {
        this.data = data;
        this.record = record;
    }

    /** Ends the supervisor, which ends its processes, and then whatever a killed supervisor left. */
    public boolean end() {
        record.supervisor().end("TERM", PATIENCE);
        // The record may have changed while the supervisor was still starting processes.
        var last = RunRecord.read(data).orElse(record);
        Leftovers.end(last);
        RunRecord.delete(data);
        return last.processes().values().stream().noneMatch(process -> process.isAlive());
    }

    public boolean isWhole() {
        return record.phase() == RunRecord.Phase.READY
                && record.hasSupervisor()
                && record.processes().values().stream().allMatch(process -> process.isAlive());
    }

    public String text() {
        var lines = new StringBuilder("%s on %s%n".formatted(phase(), record.gateway()));
        record.processes()
                .forEach((name, process) -> lines.append("  %-10s %-8d %s%n"
                        .formatted(name, process.pid(), process.isAlive() ? "running" : "not running")));
        return lines.toString();
    }

    public String json() {
        var root = Json.MAPPER.createObjectNode();
        root.put("phase", phase())
                .put("gateway", record.gateway())
                .put("data", data.root().toString());
        root.putObject("supervisor").put("pid", record.supervisor().pid()).put("running", record.hasSupervisor());
        var processes = root.putObject("processes");
        record.processes()
                .forEach((name, process) ->
                        processes.putObject(name).put("pid", process.pid()).put("running", process.isAlive()));
        return root.toPrettyString();
    }

    private String phase() {
        return record.hasSupervisor() ? record.phase().name().toLowerCase(Locale.ROOT) : "unsupervised";
    }
}
