package org.huisheng.survey.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.kit.platform.Uuid7;
import org.jspecify.annotations.Nullable;

/** Who was shown how to reach somebody, when, and for which case. Written once. */
@ApplicationScoped
class ContactViews {

    private final EntityManager entities;
    private final DataSource dataSource;

    ContactViews(EntityManager entities, DataSource dataSource) {
        this.entities = entities;
        this.dataSource = dataSource;
    }

    /** @param department of the caller, null if they belong to none */
    record ContactView(
            UUID id, UUID caseId, String viewedBy, @Nullable String department, Instant viewedAt) {}

    @Transactional(TxType.MANDATORY)
    void add(UUID caseId, String viewer, @Nullable String department, Instant now) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO contact_view (id, case_id, viewed_by, department, viewed_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)) {
            insert.setObject(1, Uuid7.at(now));
            insert.setObject(2, caseId);
            insert.setString(3, viewer);
            insert.setString(4, department);
            insert.setObject(5, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The newest first, after the given one. */
    List<ContactView> page(@Nullable UUID caseId, @Nullable UUID after, int limit) {
        var query = entities.createNativeQuery("""
                        SELECT id, case_id, viewed_by, department, viewed_at FROM contact_view
                        WHERE id < ?1 %s ORDER BY id DESC LIMIT ?2
                        """.formatted(caseId == null ? "" : "AND case_id = ?3"), Tuple.class)
                .setParameter(1, after == null ? new UUID(-1, -1) : after)
                .setParameter(2, limit);
        List<?> rows = caseId == null
                ? query.getResultList()
                : query.setParameter(3, caseId).getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new ContactView(
                        row.get("id", UUID.class),
                        row.get("case_id", UUID.class),
                        row.get("viewed_by", String.class),
                        row.get("department", String.class),
                        row.get("viewed_at", Instant.class)))
                .toList();
    }
}
