package org.huisheng.localstack.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huisheng.localstack.process.Commands;

/** Whether the machine has what building and running take. */
final class MachineCheck {

    private static final int NEEDED_JAVA = 25;
    private static final int NEEDED_NODE = 20;
    private static final long MEGABYTE = 1 << 20;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private MachineCheck() {}

    static List<Finding> run(boolean stackRuns) {
        var path = List.of(System.getenv().getOrDefault("PATH", "").split(":"));
        List<Finding> findings = new ArrayList<>();
        findings.add(java(Runtime.version().feature(), System.getProperty("java.home")));
        findings.add(maven(find(path, "mvn")));
        findings.add(node(find(path, "node").map(MachineCheck::majorVersion)));
        findings.add(tool("setsid", find(path, "setsid").isPresent()));
        if ("root".equals(System.getProperty("user.name"))) {
            var allowed = Commands.run("sh", "-c", "unshare --user true").succeeded();
            findings.add(namespaces(allowed));
        }
        findings.add(memory(availableMemory(), stackRuns));
        return findings;
    }

    static Finding java(int version, String home) {
        var found = "%d in %s".formatted(version, home);
        return version >= NEEDED_JAVA
                ? Finding.ok("java", found)
                : Finding.fail("java", found, "install a JDK %d and set JAVA_HOME".formatted(NEEDED_JAVA));
    }

    static Finding maven(Optional<Path> program) {
        return program.map(found -> Finding.ok("maven", found.toString()))
                .orElseGet(
                        () -> Finding.warn("maven", "not found", "install it to build; what is built runs without it"));
    }

    /** @param major its version; 0 if it would not say */
    static Finding node(Optional<Integer> major) {
        var advice =
                "install Node %d or later to build the pages; what is built runs without it".formatted(NEEDED_NODE);
        return major.map(version -> version >= NEEDED_NODE
                        ? Finding.ok("node", "version " + version)
                        : Finding.warn("node", "version " + version, advice))
                .orElseGet(() -> Finding.warn("node", "not found", advice));
    }

    static Finding tool(String name, boolean found) {
        return found
                ? Finding.ok(name, "found")
                : Finding.fail(name, "not found", "install util-linux; nothing starts without it");
    }

    static Finding namespaces(boolean allowed) {
        return allowed
                ? Finding.ok("root", "PostgreSQL runs in a user namespace of its own")
                : Finding.fail(
                        "root",
                        "PostgreSQL refuses to run as root, and unshare --user is not allowed here",
                        "run ./huisheng as an ordinary user");
    }

    static Finding memory(long available, boolean stackRuns) {
        var found = "%,d MB available".formatted(available / MEGABYTE);
        var advice = "end other programs or give the machine more: a stack takes about 2.5 GB";
        if (stackRuns) {
            return available < 200 * MEGABYTE
                    ? Finding.warn("memory", found + " beside the running stack", advice)
                    : Finding.ok("memory", found + " beside the running stack");
        }
        if (available < 1024 * MEGABYTE) {
            return Finding.fail("memory", found, advice);
        }
        return available < 2560 * MEGABYTE ? Finding.warn("memory", found, advice) : Finding.ok("memory", found);
    }

    /** Of the machine, or of the container when that has less. */
    private static long availableMemory() {
        var kilobytes =
                number(Path.of("/proc/meminfo"), "MemAvailable:\\s+(\\d+)").orElse(Long.MAX_VALUE / 1024);
        var limit = number(Path.of("/sys/fs/cgroup/memory.max"), "(\\d+)").orElse(Long.MAX_VALUE);
        var used = number(Path.of("/sys/fs/cgroup/memory.current"), "(\\d+)").orElse(0L);
        return Math.min(kilobytes * 1024, limit - used);
    }

    private static Optional<Long> number(Path file, String pattern) {
        try {
            var matcher = Pattern.compile(pattern).matcher(Files.readString(file));
            return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1))) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    static Optional<Path> find(List<String> path, String name) {
        return path.stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int majorVersion(Path program) {
        var number =
                NUMBER.matcher(Commands.run(program.toString(), "--version").output());
        return number.find() ? Integer.parseInt(number.group()) : 0;
    }
}
