package org.huisheng.feedback.attachment.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Busy;

/** Keeps bytes under an id that is used once. What they belong to, and who may have them, others say. */
public sealed interface FileStore permits DatabaseFiles, BucketFiles {

    /** By which a row says where its file is. */
    enum Kind {
        DATABASE,
        S3
    }

    Kind kind();

    /**
     * Outside of any transaction, since what is far and slow must not keep a connection waiting.
     *
     * @throws Busy if the store does not answer; nothing is kept then
     */
    void bring(UUID file, Path content) throws IOException;

    /**
     * In the transaction that makes the file's row, after it: only with that is the file kept.
     *
     * @throws Busy if it comes too late
     */
    void keep(UUID file, Path content) throws IOException;

    /**
     * @return the bytes from there on, as many as come at once; none at the end
     * @throws Busy if the store does not answer
     */
    byte[] read(UUID file, long from) throws IOException;
}
