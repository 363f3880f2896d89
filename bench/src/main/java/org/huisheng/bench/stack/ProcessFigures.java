package org.huisheng.bench.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the kernel says of a process.
 *
 * @param parent its parent's pid
 * @param ownTicks processor time it used itself
 * @param reapedTicks processor time used by children it has waited for
 * @param startTicks when it started, since boot
 */
record ProcessFigures(long parent, long ownTicks, long reapedTicks, long startTicks) {

    /** USER_HZ, which Linux has kept at this for every architecture we run on. */
    static final long TICKS_PER_SECOND = 100;

    // Counted after the command name, which may itself hold spaces and brackets.
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int REAPED = 13;
    private static final int START = 19;

    static ProcessFigures parse(String stat) {
        var fields = Arrays.stream(
                        stat.substring(stat.lastIndexOf(')') + 2).strip().split(" "))
                .limit(START + 1)
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        return new ProcessFigures(
                fields[PARENT - 1],
                fields[USER - 1] + fields[USER],
                fields[REAPED - 1] + fields[REAPED],
                fields[START - 1]);
    }

    static ProcessFigures of(long pid) throws IOException {
        return parse(read(pid, "stat"));
    }

    /** All but those that end while we look. */
    static List<ProcessFigures> childrenOf(long parent) throws IOException {
        try (var entries = Files.list(Path.of("/proc"))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .flatMap(name -> {
                        try {
                            return Stream.of(of(Long.parseLong(name)));
                        } catch (IOException ended) {
                            return Stream.empty();
                        }
                    })
                    .filter(process -> process.parent() == parent)
                    .toList();
        }
    }

    double secondsSinceStart() throws IOException {
        var uptime = Files.readString(Path.of("/proc/uptime")).split(" ")[0];
        return Double.parseDouble(uptime) - (double) startTicks / TICKS_PER_SECOND;
    }

    private static String read(long pid, String file) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(pid), file), StandardCharsets.ISO_8859_1);
    }
}
