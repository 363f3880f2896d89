package org.huisheng.survey.surveycore;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The engine our surveys are written for, asked in its own language. Installed once per build into {@code target}. */
public final class SurveyCore {

    public static final String ZONE = "Asia/Shanghai";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Path SOURCES = Path.of("src/test/js");
    private static final Path INSTALLED = Path.of("target/survey-core");

    private SurveyCore() {}

    /** One answer for each request, in their order. Skips the test where there is no Node, except in CI. */
    public static synchronized List<JsonNode> ask(List<? extends JsonNode> requests) {
        requireNode();
        try {
            install();
            return answers(requests);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void requireNode() {
        var inCi = System.getenv("CI") != null || System.getenv("HUISHENG_CI") != null;
        if (!inCi) {
            Assumptions.assumeTrue(
                    runs("node") && runs("npm"), "No Node.js on the PATH: not compared with survey-core");
        }
    }

    private static boolean runs(String command) {
        try {
            return new ProcessBuilder(command, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        Files.copy(SOURCES.resolve("oracle.mjs"), INSTALLED.resolve("oracle.mjs"), StandardCopyOption.REPLACE_EXISTING);
        var lock = SOURCES.resolve("package-lock.json");
        var installedLock = INSTALLED.resolve("package-lock.json");
        if (Files.exists(installedLock)
                && Files.mismatch(lock, installedLock) < 0
                && Files.exists(INSTALLED.resolve("node_modules"))) {
            return;
        }
        Files.copy(
                SOURCES.resolve("package.json"),
                INSTALLED.resolve("package.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(lock, installedLock, StandardCopyOption.REPLACE_EXISTING);
        var npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (npm.waitFor() != 0) {
            Files.deleteIfExists(installedLock);
            throw new IllegalStateException("npm ci failed:\n" + output);
        }
    }

    private static List<JsonNode> answers(List<? extends JsonNode> requests) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("node", "oracle.mjs")
                .directory(INSTALLED.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("TZ", ZONE);
        var node = builder.start();
        var writing = CompletableFuture.runAsync(() -> write(node, requests));
        var answers = new ArrayList<JsonNode>(requests.size());
        try (var lines = node.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                answers.add(JSON.readTree(line));
            }
        }
        writing.join();
        if (!node.waitFor(10, TimeUnit.SECONDS) || answers.size() != requests.size()) {
            throw new IllegalStateException("survey-core answered " + answers.size() + " of " + requests.size());
        }
        return answers;
    }

    private static void write(Process node, List<? extends JsonNode> requests) {
        try (var out = node.outputWriter(StandardCharsets.UTF_8)) {
            for (var request : requests) {
                out.write(JSON.writeValueAsString(request));
                out.write('\n');
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
