package org.huisheng.localstack.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether the data directory, or where it is to be, keeps what is written to it. */
final class FolderCheck {

    private static final long GIGABYTE = 1L << 30;
    private static final int WRITES = 25;
    private static final int PAGE = 8192;

    // The fastest disks that keep their promise take longer.
    private static final Duration IMPOSSIBLE = Duration.ofNanos(15_000);
    private static final Duration SLOW = Duration.ofMillis(30);

    private FolderCheck() {}

    static List<Finding> run(Path root) {
        var folder = existing(root);
        List<Finding> findings = new ArrayList<>();
        findings.add(writable(root, folder, Files.isWritable(folder)));
        try {
            var store = Files.getFileStore(folder);
            findings.add(space(store.getUsableSpace()));
            findings.add(fsync(median(folder), store.type()));
        } catch (IOException e) {
            findings.add(Finding.fail("disk", "cannot be written: " + e, "look at the disk of " + folder));
        }
        return findings;
    }

    static Finding writable(Path root, Path existing, boolean writable) {
        if (!Files.isDirectory(existing)) {
            return Finding.fail("folder", existing + " is no folder", "choose another with --data DIR");
        }
        if (!writable) {
            return Finding.fail("folder", existing + " cannot be written to", "give it to the user of ./huisheng");
        }
        return Finding.ok("folder", root.equals(existing) ? root.toString() : root + ", to be made at the first start");
    }

    static Finding space(long free) {
        var found = "%.1f GB free".formatted((double) free / GIGABYTE);
        var advice = "make room: PostgreSQL and Kafka stop when the disk is full, and nothing in their logs expires";
        if (free < GIGABYTE) {
            return Finding.fail("disk", found, advice);
        }
        return free < 5 * GIGABYTE ? Finding.warn("disk", found, advice) : Finding.ok("disk", found);
    }

    static Finding fsync(Duration median, String fileSystem) {
        var found = "8 KB in %.2f ms on %s".formatted(median.toNanos() / 1e6, fileSystem);
        if (fileSystem.equals("tmpfs") || fileSystem.equals("ramfs")) {
            return Finding.warn(
                    "fsync", found, "this is memory: whatever was acknowledged is lost with the machine; use a disk");
        }
        if (median.compareTo(IMPOSSIBLE) < 0) {
            return Finding.warn(
                    "fsync",
                    found + ", faster than a disk can be",
                    "writes are not waited for, and what was acknowledged may be lost with the power; mount without"
                            + " nobarrier, and do not run under eatmydata");
        }
        return median.compareTo(SLOW) > 0
                ? Finding.warn("fsync", found, "every write waits so long; use a faster disk")
                : Finding.ok("fsync", found);
    }

    private static Duration median(Path folder) throws IOException {
        var file = Files.createTempFile(folder, "doctor", ".fsync");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            List<Long> nanos = new ArrayList<>();
            for (var write = 0; write < WRITES; write++) {
                var began = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE));
                channel.force(false);
                nanos.add(System.nanoTime() - began);
            }
            return Duration.ofNanos(nanos.stream().sorted().toList().get(WRITES / 2));
        } finally {
            Files.delete(file);
        }
    }

    private static Path existing(Path root) {
        var folder = root;
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
