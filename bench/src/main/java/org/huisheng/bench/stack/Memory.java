package org.huisheng.bench.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel says of a process's memory, in millions of bytes.
 *
 * @param peak of resident, since the process started or {@link #forgetPeak}
 */
public record Memory(double resident, double peak) {

    private static final double BYTES_OF_A_KIBIBYTE = 1024;

    static Memory of(long pid) throws IOException {
        return parse(Files.readString(Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.ISO_8859_1));
    }

    static Memory parse(String status) throws IOException {
        return new Memory(megabytes(status, "VmRSS:"), megabytes(status, "VmHWM:"));
    }

    /** The peak is what there is now. */
    static void forgetPeak(long pid) throws IOException {
        Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), "5");
    }

    private static double megabytes(String status, String name) throws IOException {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_OF_A_KIBIBYTE / 1e6)
                .findFirst()
                .orElseThrow(() -> new IOException("No " + name));
    }
}
