package org.huisheng.e2e.clock;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, as far back as a file says: all processes that follow the file have the same time. */
public final class MovedClock extends Clock {

    private static volatile MappedByteBuffer moved;

    private final ZoneId zone;

    private MovedClock(ZoneId zone) {
        this.zone = zone;
    }

    /** What takes the place of {@link Clock#systemUTC()}. */
    public static Clock utc() {
        return new MovedClock(ZoneOffset.UTC);
    }

    static void follow(Path file) throws IOException {
        try (var opened = new RandomAccessFile(file.toFile(), "r")) {
            moved = opened.getChannel().map(MapMode.READ_ONLY, 0, Long.BYTES);
        }
    }

    /** From now on it is {@code now}, and time goes on from there. */
    static void set(Path file, Instant now) throws IOException {
        try (var opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.writeLong(Duration.between(Instant.now(), now).toMillis());
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(moved.getLong(0));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovedClock(other);
    }
}
