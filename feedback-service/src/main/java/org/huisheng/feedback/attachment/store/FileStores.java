package org.huisheng.feedback.attachment.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import javax.sql.DataSource;
import org.huisheng.feedback.attachment.store.FileStore.Kind;
import org.jspecify.annotations.Nullable;

/** The stores there are. A client of the bucket is made when the first file asks for it, which may be never. */
@ApplicationScoped
public class FileStores {

    private final StoreConfig config;
    private final DatabaseFiles database;
    private final LooseObjects loose;
    private final Clock clock;
    private @Nullable BucketFiles bucket;

    FileStores(StoreConfig config, EntityManager entities, DataSource dataSource, LooseObjects loose, Clock clock) {
        this.config = config;
        this.database = new DatabaseFiles(entities, dataSource);
        this.loose = loose;
        this.clock = clock;
    }

    /** Settings that cannot be right are better heard of now than with the first file. */
    void started(@Observes StartupEvent started) {
        forNewFiles();
    }

    public FileStore forNewFiles() {
        return of(config.store());
    }

    /** @param kind as the file's row says, whatever new files get */
    public FileStore of(Kind kind) {
        return switch (kind) {
            case DATABASE -> database;
            case S3 -> bucket();
        };
    }

    synchronized BucketFiles bucket() {
        if (bucket == null) {
            var settings = config.s3();
            var name = settings.bucket()
                    .orElseThrow(() -> new IllegalStateException("huisheng.attachment.s3.bucket is not set"));
            bucket = new BucketFiles(BucketConnection.to(settings), name, settings, loose, clock);
        }
        return bucket;
    }

    @PreDestroy
    synchronized void close() {
        if (bucket != null) {
            bucket.close();
        }
    }
}
