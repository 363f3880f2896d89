package org.huisheng.feedback.attachment.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.huisheng.kit.database.DatabaseGauges;

/** Whether what is to go from the bucket goes. */
@ApplicationScoped
class StoreMetrics {

    void register(@Observes StartupEvent event, DatabaseGauges gauges) {
        gauges.register("huisheng.attachment.loose.lag.seconds", """
                SELECT greatest(0, extract(epoch FROM clock_timestamp() - due_at)) FROM loose_object
                ORDER BY due_at LIMIT 1
                """);
    }
}
