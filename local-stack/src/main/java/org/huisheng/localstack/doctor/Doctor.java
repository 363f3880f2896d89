package org.huisheng.localstack.doctor;

import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.huisheng.localstack.doctor.Finding.Level;
import org.huisheng.localstack.process.ProcessIdentity;
import org.huisheng.localstack.supervisor.DataDirectory;
import org.huisheng.localstack.supervisor.RunRecord;

/** {@code doctor}: a line for each check, with what was found and what to do about it. Changes nothing. */
public final class Doctor {

    private static final int USUAL_PORT = 8080;

    private final DataDirectory data;
    private final OptionalInt port;
    private final PrintStream out;

    /** @param port the gateway's, if it is not the one the stack has or usually has */
    public Doctor(DataDirectory data, OptionalInt port, PrintStream out) {
        this.data = data;
        this.port = port;
        this.out = out;
    }

    /** @return whether nothing failed */
    public boolean run() throws InterruptedException {
        var findings = findings();
        findings.forEach(finding -> out.println(finding.line()));
        return findings.stream().noneMatch(finding -> finding.level() == Level.FAIL);
    }

    private List<Finding> findings() throws InterruptedException {
        var record = RunRecord.read(data);
        var running = record.filter(RunRecord::isAlive);
        List<Finding> findings = new ArrayList<>(MachineCheck.run(running.isPresent()));
        var own = running.flatMap(Doctor::gateway);
        findings.add(PortCheck.run(port.orElseGet(() -> portOf(running)), own.map(ProcessIdentity::pid)));
        findings.addAll(FolderCheck.run(data.root()));
        findings.addAll(HistoryCheck.run(data, record, Instant.now()));
        if (running.isPresent()) {
            findings.addAll(new RunningCheck(data).run(running.get()));
        }
        return findings;
    }

    private static Optional<ProcessIdentity> gateway(RunRecord running) {
        return Optional.ofNullable(running.processes().get("gateway"));
    }

    private static int portOf(Optional<RunRecord> running) {
        return running.map(record -> URI.create(record.gateway()).getPort()).orElse(USUAL_PORT);
    }
}
