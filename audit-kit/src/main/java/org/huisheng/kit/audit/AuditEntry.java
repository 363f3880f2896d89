package org.huisheng.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did. Nothing in it is personal data but who they are.
 *
 * @param roles of the actor, in alphabetical order, separated by commas
 * @param subjectId none where it is about many, or about nothing that has a name
 * @param detail JSON as text, as it was written: its bytes are part of what is hashed
 */
record AuditEntry(
        UUID id,
        Instant at,
        String actor,
        String roles,
        @Nullable String department,
        String action,
        String subjectType,
        @Nullable String subjectId,
        @Nullable String requestId,
        String detail) {

    private static final ObjectMapper JSON = new ObjectMapper();

    AuditEntry {
        // What PostgreSQL keeps; a hash over more digits could not be verified later.
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** SHA-256 over the hash before it and the entry at its place. */
    byte[] hash(byte[] previous, long position) {
        var digest = sha256();
        digest.update(previous);
        return digest.digest(canonical(position));
    }

    /** JSON with its fields in alphabetical order and no space between them. */
    byte[] canonical(long position) {
        var fields = new TreeMap<String, @Nullable Object>();
        fields.put("position", position);
        fields.put("id", id.toString());
        fields.put("at", at.toString());
        fields.put("actor", actor);
        fields.put("roles", roles);
        fields.put("department", department);
        fields.put("action", action);
        fields.put("subjectType", subjectType);
        fields.put("subjectId", subjectId);
        fields.put("requestId", requestId);
        fields.put("detail", detail);
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the first entry of a log follows: no log begins like that of another service. */
    static byte[] start(String service) {
        return sha256().digest(("huisheng-audit:" + service).getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
