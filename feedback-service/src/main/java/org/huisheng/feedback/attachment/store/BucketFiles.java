package org.huisheng.feedback.attachment.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.huisheng.feedback.attachment.store.StoreConfig.Bucket;
import org.huisheng.kit.problem.DomainException.Busy;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * As objects of a bucket. An object is written down as loose before it is put, and the transaction of its row takes that
 * back: whatever dies in between, there is no row without an object, and no object nobody knows of.
 */
final class BucketFiles implements FileStore, AutoCloseable {

    /** Asked for one at a time, so that neither memory nor a connection waits for a slow reader. */
    static final int PIECE = 1024 * 1024;

    private static final int BEYOND_THE_END = 416;
    private static final Duration HEALTH = Duration.ofSeconds(3);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(BucketFiles.class);

    private final S3Client store;
    private final Bucket config;
    private final String bucket;
    private final LooseObjects loose;
    private final Clock clock;

    BucketFiles(S3Client store, String bucket, Bucket config, LooseObjects loose, Clock clock) {
        this.store = store;
        this.bucket = bucket;
        this.config = config;
        this.loose = loose;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.S3;
    }

    @Override
    public void bring(UUID file, Path content) throws IOException {
        var md5 = Base64.getEncoder().encodeToString(Digests.md5(content));
        loose.note(file, clock.instant().plus(config.abandonedAfter()));
        try {
            store.putObject(
                    put -> put.bucket(bucket).key(key(file)).contentMD5(md5).contentType("application/octet-stream"),
                    content);
        } catch (SdkException failure) {
            throw down(failure);
        }
    }

    @Override
    public void keep(UUID file, Path content) {
        if (!loose.take(file)) {
            LOG.warnf("Object %s was removed as abandoned before its row was made", file);
            throw down();
        }
    }

    @Override
    public byte[] read(UUID file, long from) throws IOException {
        var range = "bytes=" + from + "-" + (from + PIECE - 1);
        try {
            return store.getObjectAsBytes(
                            get -> get.bucket(bucket).key(key(file)).range(range))
                    .asByteArrayUnsafe();
        } catch (SdkException failure) {
            return switch (failure) {
                case NoSuchKeyException gone -> throw new IOException("The bucket has no object " + file, gone);
                case S3Exception end when end.statusCode() == BEYOND_THE_END -> new byte[0];
                default -> throw down(failure);
            };
        }
    }

    /** What is gone already is as good. */
    void remove(UUID file) {
        try {
            store.deleteObject(delete -> delete.bucket(bucket).key(key(file)));
        } catch (SdkException failure) {
            throw down(failure);
        }
    }

    boolean answers() {
        try {
            store.headBucket(head -> head.bucket(bucket).overrideConfiguration(each -> each.apiCallTimeout(HEALTH)));
            return true;
        } catch (SdkException failure) {
            LOG.debugf(failure, "The bucket does not answer");
            return false;
        }
    }

    @Override
    public void close() {
        store.close();
    }

    private String key(UUID file) {
        return config.prefix() + file;
    }

    /** Also if it answers that it will not: somebody has to look at its settings, and the caller cannot. */
    private static Busy down(SdkException failure) {
        LOG.warnf("The bucket does not answer as it should: %s", failure.getMessage());
        return down();
    }

    private static Busy down() {
        return new Busy("file-store-down", RETRY_AFTER);
    }
}
