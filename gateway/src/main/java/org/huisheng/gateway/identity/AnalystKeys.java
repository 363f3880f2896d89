package org.huisheng.gateway.identity;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The keys of BI tools, kept as digests. */
@ApplicationScoped
class AnalystKeys {

    private static final int SHORTEST = 20;

    private final DataSource dataSource;
    private final IdentityConfig config;

    AnalystKeys(DataSource dataSource, IdentityConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    void prepare(@Observes @Priority(1200) StartupEvent start) throws IOException, SQLException {
        if (config.biKeyFile().isPresent()) {
            var file = config.biKeyFile().get();
            var key = Files.readString(file).strip();
            if (key.length() < SHORTEST) {
                throw new IOException(file + " holds a key of fewer than " + SHORTEST + " characters");
            }
            add(key);
        }
    }

    void add(String key) throws SQLException {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO analyst_key (digest) VALUES (?) ON CONFLICT DO NOTHING")) {
            insert.setBytes(1, digest(key));
            insert.executeUpdate();
        }
    }

    boolean contain(String key) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("SELECT FROM analyst_key WHERE digest = ?")) {
            query.setBytes(1, digest(key));
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
