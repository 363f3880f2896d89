package org.huisheng.localstack.supervisor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.huisheng.localstack.process.OwnProcess;
import org.huisheng.localstack.process.PrivateFiles;
import org.jspecify.annotations.Nullable;

/** The demo data of a data directory: seeded by a program of its own, once, and again only if it did not get to the end. */
final class DemoData {

    private static final String SEEDER = "org.huisheng.demo.SeedDemo";

    private final DemoProgram program;
    private final DataDirectory data;
    private final String gateway;
    private final String biKey;
    private final Path result;
    // Holds the gateway's address at the time, which the links in the result contain.
    private final Path marker;
    private @Nullable OwnProcess seeder;
    private boolean stopping;

    DemoData(StackOptions options, DataDirectory data, String biKey) {
        this.program = new DemoProgram(options.projectRoot());
        this.data = data;
        this.gateway = options.gatewayUrl();
        this.biKey = biKey;
        this.result = data.file("demo.json");
        this.marker = data.file("demo.done");
    }

    boolean isSeeded() {
        return Files.exists(marker) && Files.exists(result);
    }

    /** What stack.json says about it: empty while there is none. */
    ObjectNode content() {
        var content = isSeeded() ? seeded() : Json.MAPPER.createObjectNode();
        if (!content.has("links")) {
            content.putArray("links");
        }
        if (!content.has("kioskEnrolmentCode")) {
            content.putNull("kioskEnrolmentCode");
        }
        content.put("biKey", biKey);
        return content;
    }

    /** Why there is no demo data, or nothing when there now is. */
    Optional<String> seed(StackFile stackFile) throws InterruptedException {
        if (!program.isBuilt()) {
            return Optional.of("No demo data: the module demo-data is not built");
        }
        var process = startSeeder();
        if (process == null) {
            return Optional.of("No demo data: the stack is stopping");
        }
        stackFile.running("demo", process.identity());
        var exitCode = process.waitForExit();
        stackFile.ended("demo");
        if (exitCode != 0 || !Files.exists(result)) {
            return Optional.of("No demo data: seeding ended with exit code %d, see %s; the next up tries again"
                    .formatted(exitCode, output()));
        }
        PrivateFiles.write(marker, gateway);
        return Optional.empty();
    }

    synchronized void stop() {
        stopping = true;
        if (seeder != null) {
            seeder.stop();
        }
    }

    private synchronized @Nullable OwnProcess startSeeder() {
        if (stopping) {
            return null;
        }
        var started = OwnProcess.start(
                program.launch(SEEDER, List.of(data.stackFile().toString(), result.toString()), output()));
        seeder = started;
        return started;
    }

    private ObjectNode seeded() {
        try {
            var text = Files.readString(result).replace(Files.readString(marker).strip() + "/", gateway + "/");
            return Json.MAPPER.readValue(text, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot read " + result, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output() {
        return data.logs().resolve("demo.out");
    }
}
