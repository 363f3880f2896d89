package org.huisheng.feedback.attachment.store;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether new files can be kept. Not part of readiness: everything but files goes on without a bucket. */
@Wellness
@ApplicationScoped
class FileStoreIsWell implements HealthCheck {

    private final FileStores stores;

    FileStoreIsWell(FileStores stores) {
        this.stores = stores;
    }

    @Override
    public HealthCheckResponse call() {
        var store = stores.forNewFiles();
        var well = switch (store) {
            case DatabaseFiles _ -> true; // readiness has asked the database
            case BucketFiles bucket -> bucket.answers();
        };
        return HealthCheckResponse.named("file-store")
                .withData("store", store.kind().name())
                .status(well)
                .build();
    }
}
