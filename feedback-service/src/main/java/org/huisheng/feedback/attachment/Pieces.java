package org.huisheng.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The bytes of attachments, in pieces: of a file only one is in memory, coming and going. */
@ApplicationScoped
class Pieces {

    static final int PIECE = 256 * 1024;

    private static final Logger LOG = Logger.getLogger(Pieces.class);
    private static final String READ = "SELECT bytes FROM attachment_piece WHERE attachment = ? AND seq = ?";

    private final EntityManager entities;
    private final DataSource database;

    Pieces(EntityManager entities, DataSource database) {
        this.entities = entities;
        this.database = database;
    }

    static int pieces(long size) {
        return Math.toIntExact((size + PIECE - 1) / PIECE);
    }

    static byte[] sha256(Path file) throws IOException {
        var digest = sha256();
        try (var content = Files.newInputStream(file)) {
            var piece = content.readNBytes(PIECE);
            while (piece.length > 0) {
                digest.update(piece);
                piece = content.readNBytes(PIECE);
            }
        }
        return digest.digest();
    }

    @Transactional(TxType.MANDATORY)
    void store(UUID attachment, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var piece = content.readNBytes(PIECE);
            for (var seq = 0; piece.length > 0; seq++) {
                entities.createNativeQuery("INSERT INTO attachment_piece (attachment, seq, bytes) VALUES (?1, ?2, ?3)")
                        .setParameter(1, attachment)
                        .setParameter(2, seq)
                        .setParameter(3, piece)
                        .executeUpdate();
                piece = content.readNBytes(PIECE);
            }
        }
    }

    /**
     * The last piece is held back until all of it is known to be what was stored: who gets a whole file has the right one.
     * No connection is kept while a slow reader takes a piece.
     */
    void write(Attachment attachment, OutputStream out) throws IOException {
        var digest = sha256();
        var held = new byte[0];
        for (var seq = 0; seq < attachment.pieces(); seq++) {
            out.write(held);
            held = piece(attachment.id(), seq);
            digest.update(held);
        }
        if (!MessageDigest.isEqual(digest.digest(), attachment.sha256())) {
            LOG.errorf("Attachment %s is not what was stored", attachment.id());
            throw new IOException("Not what was stored");
        }
        out.write(held);
    }

    private byte[] piece(UUID attachment, int seq) throws IOException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setObject(1, attachment);
            select.setInt(2, seq);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        } catch (SQLException failure) {
            throw new IOException(failure); // the answer has begun: only its end can tell that it is not whole
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
