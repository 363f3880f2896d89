package org.huisheng.kpi.seal.frozen;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;
import org.jspecify.annotations.Nullable;

/** The documents of all seals. */
@ApplicationScoped
public class FrozenDocuments {

    private final Database database;

    FrozenDocuments(Database database) {
        this.database = database;
    }

    /** Which seal holds the period. */
    public Optional<Long> sequence(Period period) {
        return database
                .read(
                        "SELECT sequence FROM sealed_period WHERE period = ?",
                        row -> row.getLong("sequence"),
                        period.text())
                .stream()
                .findFirst();
    }

    /**
     * What is frozen of a period, in order of department.
     *
     * @return empty if the period is not sealed
     */
    public <T> Optional<List<T>> contents(Kind kind, Period period, @Nullable String department, Class<T> type) {
        return sequence(period)
                .map(
                        sequence -> database
                                .read(
                                        """
                        SELECT kind, period, department, hash, document FROM seal_part
                        WHERE sequence = ? AND kind = ? AND period = ? AND (?::text IS NULL OR department = ?)
                        ORDER BY department
                        """,
                                        FrozenDocuments::part,
                                        sequence,
                                        kind.name(),
                                        period.text(),
                                        department,
                                        department)
                                .stream()
                                .map(part -> part.content(type))
                                .toList());
    }

    /** A page of a seal's parts in order of their keys; {@code after} is the last seen. */
    public List<Part> page(long sequence, @Nullable String department, @Nullable Part after, int limit) {
        return database.read(
                """
                SELECT kind, period, department, hash, document FROM seal_part
                WHERE sequence = ? AND (?::text IS NULL OR department = ?)
                  AND (?::text IS NULL OR (kind, period, department) > (?, ?, ?))
                ORDER BY kind, period, department LIMIT ?
                """,
                FrozenDocuments::part,
                sequence,
                department,
                department,
                after == null ? null : after.kind().name(),
                after == null ? null : after.kind().name(),
                after == null ? null : after.period(),
                after == null ? null : after.department(),
                limit);
    }

    /** Hands over all parts of a seal, within a transaction, one by one in order of their keys. */
    public void each(long sequence, Consumer<Part> taker) {
        database.each("""
                SELECT kind, period, department, hash, document FROM seal_part
                WHERE sequence = ? ORDER BY kind, period, department
                """, row -> taker.accept(part(row)), sequence);
    }

    /** Within the transaction that seals. */
    public void add(long sequence, List<Part> parts) {
        database.write(
                """
                INSERT INTO seal_part (sequence, kind, period, department, hash, document)
                SELECT ?, * FROM unnest(?, ?, ?, ?, ?)
                """,
                sequence,
                new SqlArray("text", parts.stream().map(Part::kind).toList()),
                new SqlArray("text", parts.stream().map(Part::period).toList()),
                new SqlArray("text", parts.stream().map(Part::department).toList()),
                new SqlArray("text", parts.stream().map(Part::hash).toList()),
                new SqlArray("text", parts.stream().map(Part::document).toList()));
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                Kind.valueOf(row.getString("kind")),
                row.getString("period"),
                row.getString("department"),
                row.getString("hash"),
                row.getString("document"));
    }
}
