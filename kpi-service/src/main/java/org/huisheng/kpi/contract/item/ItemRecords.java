package org.huisheng.kpi.contract.item;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.kpi.contract.ContractRows;
import org.huisheng.kpi.contract.ItemKind;
import org.huisheng.kpi.contract.item.ItemRecord.Revocation;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** All records of vetoes and bonuses. */
@ApplicationScoped
public class ItemRecords {

    private static final String SELECT = """
            SELECT id, contract_id, department, month, item, kind, points, evidence, link, recorded_by, recorded_at,
                   revoked_by, revoked_at, revocation_reason
            FROM item_record
            """;

    private final Database database;

    ItemRecords(Database database) {
        this.database = database;
    }

    /**
     * The records for months of a period, by department, or of the one given; in order of month and entry. Revoked ones
     * are among them, since a revocation too is a change of the figures.
     */
    public Map<String, List<ItemRecord>> during(Period period, @Nullable String department) {
        return database
                .read(
                        SELECT + """
                WHERE year = ? AND month BETWEEN ? AND ? AND (?::text IS NULL OR department = ?) ORDER BY month, id
                """,
                        ItemRecords::read,
                        period.year(),
                        period.from(),
                        period.to(),
                        department,
                        department)
                .stream()
                .collect(groupingBy(ItemRecord::department));
    }

    /** Of a department's year, oldest first; {@code after} is the last seen. */
    List<ItemRecord> list(String department, int year, @Nullable UUID after, int limit) {
        return database.read(
                SELECT + "WHERE department = ? AND year = ? AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?",
                ItemRecords::read,
                department,
                year,
                after,
                after,
                limit);
    }

    Optional<ItemRecord> find(String department, int year, UUID id) {
        return database
                .read(SELECT + "WHERE id = ? AND department = ? AND year = ?", ItemRecords::read, id, department, year)
                .stream()
                .findFirst();
    }

    /** Lets one caller at a time revoke it. */
    void hold(UUID id) {
        database.read("SELECT 1 FROM item_record WHERE id = ? FOR UPDATE", row -> true, id);
    }

    void add(ItemRecord record) {
        database.write(
                """
                INSERT INTO item_record (id, contract_id, department, year, month, item, kind, points, evidence, link,
                    recorded_by, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                record.id(),
                record.contract(),
                record.department(),
                record.month().getYear(),
                record.month().atDay(1),
                record.item(),
                record.kind().name(),
                record.points(),
                record.evidence(),
                record.link(),
                record.recordedBy(),
                record.recordedAt().atOffset(ZoneOffset.UTC));
    }

    void revoke(UUID id, Revocation revocation) {
        database.write(
                "UPDATE item_record SET revoked_by = ?, revoked_at = ?, revocation_reason = ? WHERE id = ?",
                revocation.revokedBy(),
                revocation.revokedAt().atOffset(ZoneOffset.UTC),
                revocation.reason(),
                id);
    }

    private static ItemRecord read(ResultSet row) throws SQLException {
        var points = row.getBigDecimal("points");
        var revokedBy = row.getString("revoked_by");
        return new ItemRecord(
                row.getObject("id", UUID.class),
                row.getObject("contract_id", UUID.class),
                row.getString("department"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("item"),
                ItemKind.valueOf(row.getString("kind")),
                points == null ? null : ContractRows.plain(points),
                row.getString("evidence"),
                row.getString("link"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                revokedBy == null
                        ? null
                        : new Revocation(
                                revokedBy,
                                row.getObject("revoked_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("revocation_reason")));
    }
}
