package org.huisheng.localstack.supervisor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Which ports the stacks of one user have chosen, whether somebody listens there now or not: a locked file each, which the system
 * lets go of when the supervisor ends, however it ends.
 */
final class PortClaims {

    private static final Path FOLDER =
            Path.of(System.getProperty("java.io.tmpdir"), "huisheng-ports-" + System.getProperty("user.name"));

    /** Channels nobody holds are closed by the collector, and their locks with them. */
    private static final Collection<FileChannel> CLAIMED = new ConcurrentLinkedQueue<>();

    private PortClaims() {}

    /** @return whether no other stack has it; true as well where that cannot be known */
    static boolean claim(int port) {
        try {
            Files.createDirectories(FOLDER);
            return claim(FileChannel.open(
                    FOLDER.resolve(port + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS));
        } catch (IOException unwritable) {
            return true;
        }
    }

    private static boolean claim(FileChannel file) throws IOException {
        try {
            if (file.tryLock() != null) {
                CLAIMED.add(file);
                return true;
            }
        } catch (OverlappingFileLockException _) {
            // By another stack of this very process.
        }
        file.close();
        return false;
    }
}
