package org.huisheng.localstack.supervisor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.localstack.kafka.KafkaBroker;
import org.huisheng.localstack.postgres.PostgresServer;
import org.huisheng.localstack.process.ProcessIdentity;
import org.huisheng.localstack.supervisor.RunRecord.Phase;

/** stack.json for clients and the run record for ourselves, both rewritten whenever a process is a new one. */
final class StackFile {

    private final DataDirectory data;
    private final StackOptions options;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final Map<ServiceName, String> serviceUrls;
    private final List<BootstrapUser> users;
    private final Map<String, ProcessIdentity> processes = new LinkedHashMap<>();
    private ObjectNode demo;
    private Phase phase = Phase.STARTING;
    private boolean published;

    StackFile(
            DataDirectory data,
            StackOptions options,
            PostgresServer postgres,
            KafkaBroker kafka,
            Map<ServiceName, String> serviceUrls,
            List<BootstrapUser> users,
            ObjectNode demo) {
        this.data = data;
        this.options = options;
        this.postgres = postgres;
        this.kafka = kafka;
        this.serviceUrls = serviceUrls;
        this.users = users;
        this.demo = demo;
    }

    synchronized void running(String name, ProcessIdentity process) {
        processes.put(name, process);
        write();
    }

    synchronized void ended(String name) {
        processes.remove(name);
        write();
    }

    /** From here on clients may rely on stack.json: before, its addresses would answer nobody. */
    synchronized void publish() {
        published = true;
        write();
    }

    synchronized void demo(ObjectNode seeded) {
        demo = seeded;
        write();
    }

    synchronized void ready() {
        phase = Phase.READY;
        write();
    }

    synchronized void delete() {
        published = false;
        RunRecord.delete(data);
    }

    private void write() {
        new RunRecord(ProcessIdentity.ofThisProcess(), phase, options.gatewayUrl(), processes, options).write(data);
        if (published) {
            Json.write(data.stackFile(), content());
        }
    }

    private ObjectNode content() {
        var root = Json.MAPPER.createObjectNode();
        root.put("gateway", options.gatewayUrl());
        var services = root.putObject("services");
        serviceUrls.forEach((service, url) ->
                services.putObject(service.label()).put("url", url).put("pid", pid(service.label())));
        root.putObject("postgres")
                .put("url", postgres.url(""))
                .put("user", postgres.superuser().user())
                .put("password", postgres.superuser().password())
                .put("pid", pid(postgres.name()));
        root.putObject("kafka")
                .put("bootstrapServers", kafka.bootstrapServers())
                .put("pid", pid(kafka.name()));
        root.set("users", Json.tree(users));
        root.set("demo", demo);
        return root;
    }

    private long pid(String name) {
        var process = processes.get(name);
        return process == null ? 0 : process.pid();
    }
}
