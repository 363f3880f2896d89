package org.huisheng.survey.response;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.huisheng.survey.echo.ReceiptHashes;
import org.jspecify.annotations.Nullable;

/**
 * Receipts are the response's id with a signature: the same for the same response for ever, readable without an index,
 * and not to be guessed by somebody who knows the id.
 */
@ApplicationScoped
class Receipts implements ReceiptHashes {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 12;
    private static final int RANDOM = 4;

    private final DataSource dataSource;
    /** Copied for each use: looking the algorithm up anew costs more than the signature. */
    private volatile @Nullable Mac signer;

    Receipts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void loadKey(@Observes StartupEvent event) throws SQLException {
        var made = new byte[32];
        new SecureRandom().nextBytes(made);
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO receipt_key (id, key) VALUES (1, ?) ON CONFLICT DO NOTHING");
                var select = connection.prepareStatement("SELECT key FROM receipt_key WHERE id = 1")) {
            insert.setBytes(1, made);
            insert.executeUpdate();
            try (var row = select.executeQuery()) {
                row.next();
                signer = signer(row.getBytes(1));
            }
        }
    }

    private static Mac signer(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Under which id a response is kept: the client's own, unless that may tell the time of an anonymous response, as any
     * but a random one may. Then it is one that only we can make of the client's.
     */
    UUID storedId(UUID responseId, boolean anonymous) {
        if (!anonymous || responseId.version() == RANDOM) {
            return responseId;
        }
        var mac = ByteBuffer.wrap(mac(
                ByteBuffer.allocate(17).put((byte) 'a').put(bytes(responseId)).array()));
        return new UUID(
                mac.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L,
                mac.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    String receipt(UUID responseId) {
        var id = bytes(responseId);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(16 + SIGNATURE_BYTES)
                        .put(id)
                        .put(signature(id))
                        .array());
    }

    @Override
    public String hashOf(UUID responseId) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(receipt(responseId).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The response a receipt was given for; empty when we did not give it. */
    Optional<UUID> responseId(String receipt) {
        try {
            var bytes = Base64.getUrlDecoder().decode(receipt);
            if (bytes.length != 16 + SIGNATURE_BYTES) {
                return Optional.empty();
            }
            var id = Arrays.copyOf(bytes, 16);
            var genuine = MessageDigest.isEqual(signature(id), Arrays.copyOfRange(bytes, 16, bytes.length));
            var buffer = ByteBuffer.wrap(id);
            return genuine
                    ? Optional.of(new UUID(buffer.getLong(), buffer.getLong()))
                            // The last character has bits to spare, in which a receipt must not differ either.
                            .filter(responseId -> receipt(responseId).equals(receipt))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private byte[] signature(byte[] id) {
        return Arrays.copyOf(mac(id), SIGNATURE_BYTES);
    }

    private byte[] mac(byte[] message) {
        var prototype = signer;
        if (prototype == null) {
            throw new IllegalStateException("The key for receipts is not loaded yet");
        }
        try {
            return ((Mac) prototype.clone()).doFinal(message);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
