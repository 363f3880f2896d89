package org.huisheng.feedback.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.platform.Uuid7;

/** Reports as they were approved: what their papers are made of, under a hash (ADR 51). */
@ApplicationScoped
public class Editions {

    private static final TypeReference<List<PieceJson>> PIECES = new TypeReference<>() {};

    private final EntityManager entities;
    private final ObjectMapper json;

    Editions(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** @param at the moment of approval, by which its papers are dated */
    public record Frozen(String title, List<Piece> pieces, String sha256, Instant at) {}

    @Transactional(TxType.MANDATORY)
    public UUID freeze(String title, List<Piece> pieces, Instant now) {
        var content = write(pieces);
        var edition = new Edition(Uuid7.at(now), title, content, digest(title, content), now);
        entities.persist(edition);
        return edition.id();
    }

    /** @throws IllegalStateException if it is no longer what was approved */
    @Transactional
    public Frozen of(UUID id) {
        var edition = entities.find(Edition.class, id);
        var digest = digest(edition.title(), edition.content());
        if (!Arrays.equals(digest, edition.sha256())) {
            throw new IllegalStateException("Edition " + id + " is not what was approved");
        }
        return new Frozen(
                edition.title(), read(edition.content()), HexFormat.of().formatHex(digest), edition.frozenAt());
    }

    private static byte[] digest(String title, String content) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return sha256.digest((title + "\n" + content).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(List<Piece> pieces) {
        try {
            return json.writeValueAsString(pieces.stream().map(PieceJson::of).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Piece> read(String content) {
        try {
            return json.readValue(content, PIECES).stream()
                    .map(PieceJson::piece)
                    .toList();
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
