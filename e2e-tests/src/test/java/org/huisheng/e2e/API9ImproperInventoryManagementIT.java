package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.huisheng.e2e.Visitor.json;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** OWASP API9:2023. What is answered is written down, and what is written down is who may call it. */
class API9ImproperInventoryManagementIT {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    @Test
    void the_merged_document_and_the_access_matrix_list_the_same_operations() throws Exception {
        var document = json(Visitor.of(DemoStack.running())
                .with("Accept", "application/json")
                .get("/q/openapi?format=json"));
        var operations = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(item -> {
                    if (METHODS.contains(item.getKey())) {
                        operations.add(item.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));

        var rows = Files.readAllLines(Path.of("../docs/access.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                // The feed describes itself: $metadata.
                .filter(row -> !row[1].startsWith("/odata/"))
                .map(row -> row[0] + " " + row[1])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(operations).isEqualTo(rows);
    }

    @Test
    void versions_nobody_has_published_are_not_answered() throws Exception {
        var stack = DemoStack.running();
        var office = Visitor.as(stack, "office");

        for (var path : List.of(
                "/api/survey/v0/surveys",
                "/api/survey/v2/surveys",
                "/api/kpi/scores",
                "/api/feedback/internal/cases",
                "/api/other/v1/things",
                "/odata/v3/Scores")) {
            assertThat(office.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void everything_behind_the_gateway_listens_on_this_machine_only() throws Exception {
        var stack = DemoStack.running().json();
        var ports = new ArrayList<Integer>();
        stack.path("services")
                .forEach(service ->
                        ports.add(URI.create(service.path("url").asText()).getPort()));
        ports.add(port(stack.at("/kafka/bootstrapServers").asText()));
        ports.add(port(stack.at("/postgres/url").asText().replaceAll("/$", "")));

        assertThat(ports).hasSize(6);
        assumeThat(otherAddresses()).isNotEmpty();
        for (var port : ports) {
            assertThat(listensAt(InetAddress.getByName("127.0.0.1"), port)).isTrue();
            for (var address : otherAddresses()) {
                assertThat(listensAt(address, port)).as("%s %d", address, port).isFalse();
            }
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static List<InetAddress> otherAddresses() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static boolean listensAt(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
