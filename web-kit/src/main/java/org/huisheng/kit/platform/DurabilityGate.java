package org.huisheng.kit.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A 2xx promises that the write is on disk; on a database that may forget, the service does not start. */
@ApplicationScoped
class DurabilityGate {

    private final DataSource dataSource;
    private final boolean unsafeAllowed;

    DurabilityGate(
            DataSource dataSource,
            @ConfigProperty(name = "huisheng.development.allow-unsafe-database", defaultValue = "false")
                    boolean unsafeAllowed) {
        this.dataSource = dataSource;
        this.unsafeAllowed = unsafeAllowed;
    }

    void check(@Observes @Priority(1) StartupEvent start) throws SQLException {
        if (unsafeAllowed) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var settings = statement.executeQuery("""
                        SELECT name, setting FROM pg_settings
                        WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off'
                        """)) {
            if (settings.next()) {
                throw new IllegalStateException("PostgreSQL runs with " + settings.getString("name")
                        + " = off: acknowledged writes could be lost. Switch it on, or for development only set"
                        + " huisheng.development.allow-unsafe-database=true");
            }
        }
    }
}
