package org.huisheng.localstack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one supervisor of a data directory for as long as it lives; the system lets go of it even if the supervisor is killed. */
public final class DataLock {

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    public static Optional<DataLock> take(DataDirectory data) {
        data.create();
        try {
            var channel = FileChannel.open(data.file("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DataLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
