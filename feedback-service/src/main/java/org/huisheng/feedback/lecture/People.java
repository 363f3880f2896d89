package org.huisheng.feedback.lecture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Recognises people within a year without knowing them: by a hash of their staff number with a key of that year. Whoever has
 * the rows and not the key learns nothing from them, since there are few staff numbers and all could be tried.
 */
@ApplicationScoped
class People {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final EntityManager entities;

    People(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional(TxType.MANDATORY)
    Recognised of(int year) {
        var known = key(year);
        return new Recognised(new SecretKeySpec(known == null ? make(year) : known, ALGORITHM));
    }

    private byte @Nullable [] key(int year) {
        return (byte[]) entities.createNativeQuery("SELECT key FROM lecture_key WHERE year = ?1", byte[].class)
                .setParameter(1, year)
                .getSingleResultOrNull();
    }

    /** Of two that make one, the first one's stays. */
    private byte[] make(int year) {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return (byte[]) entities.createNativeQuery("""
                        INSERT INTO lecture_key (year, key) VALUES (?1, ?2)
                        ON CONFLICT (year) DO UPDATE SET key = lecture_key.key RETURNING key
                        """, byte[].class)
                .setParameter(1, year)
                .setParameter(2, key)
                .getSingleResult();
    }

    /** Those of one year. */
    static final class Recognised {
        private final SecretKeySpec key;

        private Recognised(SecretKeySpec key) {
            this.key = key;
        }

        byte[] hash(StaffNumber number) {
            try {
                var mac = Mac.getInstance(ALGORITHM);
                mac.init(key);
                return mac.doFinal(number.value().getBytes(StandardCharsets.US_ASCII));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
