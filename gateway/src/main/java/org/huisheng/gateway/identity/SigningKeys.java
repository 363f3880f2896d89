package org.huisheng.gateway.identity;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.kit.platform.Uuid7;

/** The issuer's keys. They live in the database, so every gateway signs with the same and any of them can be lost. */
@ApplicationScoped
class SigningKeys {

    private final DataSource dataSource;
    private final Clock clock;
    private volatile List<SigningKey> known = List.of();

    SigningKeys(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    void prepare(@Observes @Priority(1000) StartupEvent start) throws SQLException {
        load();
    }

    /** Reads the keys, making the first one if there is none yet. */
    void load() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            var stored = read(connection);
            if (stored.isEmpty()) {
                offer(connection, SigningKey.make(Uuid7.at(clock.instant())));
                stored = read(connection);
            }
            known = stored;
        }
    }

    SigningKey active() {
        return known.getFirst();
    }

    /** All that may have signed a token still alive; the active one first. */
    List<SigningKey> all() {
        return known;
    }

    private static void offer(Connection connection, SigningKey key) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO signing_key (id, active, private_key, public_key) VALUES (?, true, ?, ?)
                ON CONFLICT (active) WHERE active DO NOTHING
                """)) {
            insert.setObject(1, key.id());
            insert.setBytes(2, key.privateKey().getEncoded());
            insert.setBytes(3, key.publicKey().getEncoded());
            insert.executeUpdate();
        }
    }

    private static List<SigningKey> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT id, private_key, public_key FROM signing_key ORDER BY active DESC, created_at DESC LIMIT 10
                        """)) {
            var keys = new ArrayList<SigningKey>();
            while (rows.next()) {
                keys.add(SigningKey.decode(
                        rows.getObject("id", UUID.class), rows.getBytes("private_key"), rows.getBytes("public_key")));
            }
            return List.copyOf(keys);
        }
    }
}
