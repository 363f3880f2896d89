package org.huisheng.kit.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections of the relay's own: LISTEN and its lock belong to a session, so none is borrowed from the pool. */
@ApplicationScoped
class RelayConnections {

    private final String url;
    private final String user;
    private final String password;

    RelayConnections(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "outbox-relay");
        properties.setProperty("tcpKeepAlive", "true");
        // Losing a deletion in a crash only sends an event twice, which consumers expect; so it need not wait for the
        // disk.
        properties.setProperty("options", "-c synchronous_commit=off");
        return DriverManager.getConnection(url, properties);
    }
}
