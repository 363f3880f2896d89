package org.huisheng.feedback.suggestion;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes the code of a suggestion of the client's id and a key: a retry gets the same one, and nobody who has the database
 * can make one, for the ids are not in it.
 */
@ApplicationScoped
class ReceiptCodes {

    private static final String ALGORITHM = "HmacSHA256";

    private final DataSource dataSource;
    private volatile @Nullable SecretKeySpec key;

    ReceiptCodes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void loadKey(@Observes StartupEvent event) throws SQLException {
        var made = new byte[32];
        new SecureRandom().nextBytes(made);
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO suggestion_key (id, key) VALUES (1, ?) ON CONFLICT DO NOTHING");
                var select = connection.prepareStatement("SELECT key FROM suggestion_key WHERE id = 1")) {
            insert.setBytes(1, made);
            insert.executeUpdate();
            try (var row = select.executeQuery()) {
                row.next();
                key = new SecretKeySpec(row.getBytes(1), ALGORITHM);
            }
        }
    }

    ReceiptCode of(UUID id) {
        var loaded = key;
        if (loaded == null) {
            throw new IllegalStateException("The key for receipt codes is not loaded yet");
        }
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(loaded);
            return ReceiptCode.of(mac.doFinal(id.toString().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
