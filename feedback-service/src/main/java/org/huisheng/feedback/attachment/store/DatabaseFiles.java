package org.huisheng.feedback.attachment.store;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** In pieces, of which one is in memory, coming and going. */
final class DatabaseFiles implements FileStore {

    /** Of the files that are there as well: a place in a file leads to its piece. */
    static final int PIECE = 256 * 1024;

    private static final String INSERT = "INSERT INTO attachment_piece (attachment, seq, bytes) VALUES (?1, ?2, ?3)";
    private static final String READ = "SELECT bytes FROM attachment_piece WHERE attachment = ? AND seq = ?";

    private final EntityManager entities;
    private final DataSource database;

    DatabaseFiles(EntityManager entities, DataSource database) {
        this.entities = entities;
        this.database = database;
    }

    @Override
    public Kind kind() {
        return Kind.DATABASE;
    }

    /** Nothing yet: the bytes are part of the transaction. */
    @Override
    public void bring(UUID file, Path content) {}

    @Override
    public void keep(UUID file, Path content) throws IOException {
        try (var bytes = Files.newInputStream(content)) {
            var piece = bytes.readNBytes(PIECE);
            for (var seq = 0; piece.length > 0; seq++) {
                entities.createNativeQuery(INSERT)
                        .setParameter(1, file)
                        .setParameter(2, seq)
                        .setParameter(3, piece)
                        .executeUpdate();
                piece = bytes.readNBytes(PIECE);
            }
        }
    }

    /** No connection is kept while a slow reader takes a piece. */
    @Override
    public byte[] read(UUID file, long from) throws IOException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ)) {
            select.setObject(1, file);
            select.setInt(2, Math.toIntExact(from / PIECE));
            try (var row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
