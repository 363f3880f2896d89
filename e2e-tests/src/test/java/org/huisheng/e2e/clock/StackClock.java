package org.huisheng.e2e.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The clock of a stack whose year is lived in minutes. */
public final class StackClock {

    private final Path agent;
    private final Path file;

    private StackClock(Path agent, Path file) {
        this.agent = agent;
        this.file = file;
    }

    public static StackClock at(Instant now) throws IOException {
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "clock");
        var clock = new StackClock(folder.resolve("clock.jar"), folder.resolve("moved"));
        pack(clock.agent);
        clock.set(now);
        return clock;
    }

    public void set(Instant now) throws IOException {
        MovedClock.set(file, now);
    }

    /** What a Java process has to be told to go by it. */
    public String option() {
        return "'-javaagent:" + agent + "=" + file + "'";
    }

    /** The boot loader finds the clock, so that every service's own loader does. */
    private static void pack(Path jar) throws IOException {
        var manifest = new Manifest();
        var says = manifest.getMainAttributes();
        says.put(Name.MANIFEST_VERSION, "1.0");
        says.put(new Name("Premain-Class"), ClockAgent.class.getName());
        says.put(new Name("Boot-Class-Path"), jar.getFileName().toString());
        try (var classes = Files.list(Path.of("target/test-classes/org/huisheng/e2e/clock"));
                var packed = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var each : classes.toList()) {
                packed.putNextEntry(new JarEntry("org/huisheng/e2e/clock/" + each.getFileName()));
                packed.write(Files.readAllBytes(each));
                packed.closeEntry();
            }
        }
    }
}
