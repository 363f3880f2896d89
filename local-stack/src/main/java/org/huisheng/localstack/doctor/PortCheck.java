package org.huisheng.localstack.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huisheng.localstack.process.LoopbackPorts;

/** Whether the gateway's port is free, or by whom it is held. */
final class PortCheck {

    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortCheck() {}

    /** Who listens on a port. */
    record Holder(long pid, String program) {}

    /** @param own pid of this stack's gateway, if it runs */
    static Finding run(int port, Optional<Long> own) {
        return judge(port, LoopbackPorts.isFree(port), holder(port), own);
    }

    static Finding judge(int port, boolean free, Optional<Holder> holder, Optional<Long> own) {
        var name = "port " + port;
        if (free) {
            return Finding.ok(name, "free");
        }
        if (own.isPresent() && holder.map(Holder::pid).equals(own)) {
            return Finding.ok(name, "held by this stack's gateway");
        }
        var by = holder.map(who -> "%s (pid %d)".formatted(who.program(), who.pid()))
                .orElse("a process of another user");
        return Finding.fail(name, "held by " + by, "end that, or choose another with ./huisheng up --port N");
    }

    /** Nobody if it is somebody else's process, whose files we may not look at. */
    static Optional<Holder> holder(int port) {
        var sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > INODE && fields[STATE].equals(LISTENING))
                .filter(fields -> fields[LOCAL_ADDRESS].endsWith(":%04X".formatted(port)))
                .map(fields -> "socket:[" + fields[INODE] + "]")
                .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(pid, sockets))
                .findFirst()
                .map(pid -> new Holder(pid, program(pid)));
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException _) {
            return "";
        }
    }

    private static String program(long pid) {
        return lines(Path.of("/proc", Long.toString(pid), "comm")).findFirst().orElse("?");
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException _) {
            return Stream.empty();
        }
    }
}
