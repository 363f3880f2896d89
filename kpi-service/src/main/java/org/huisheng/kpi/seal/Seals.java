package org.huisheng.kpi.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.seal.Seal.AuditHead;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;
import org.jspecify.annotations.Nullable;

/** The chain. */
@ApplicationScoped
class Seals {

    private final Database database;

    Seals(Database database) {
        this.database = database;
    }

    /** Lets one person at a time ask for a seal, confirm it or take the request back. */
    void hold() {
        database.read("SELECT pg_advisory_xact_lock(hashtext('seals'))", row -> true);
    }

    boolean holds(Period period) {
        return !database.read("SELECT 1 FROM sealed_period WHERE period = ?", row -> true, period.text())
                .isEmpty();
    }

    /** @throws NotFound if the period is not sealed */
    Seal requireHolding(Period period) {
        return read("WHERE sequence = (SELECT sequence FROM sealed_period WHERE period = ?)", period.text()).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("seal", period));
    }

    Optional<Seal> last() {
        return read("ORDER BY sequence DESC LIMIT 1").stream().findFirst();
    }

    /** In order of the chain. */
    List<Seal> after(long sequence, int limit) {
        return read("WHERE sequence > ? ORDER BY sequence LIMIT ?", sequence, limit);
    }

    /** The periods a seal froze. */
    List<String> periods(Seal seal) {
        return database.read(
                "SELECT period FROM sealed_period WHERE sequence = ? ORDER BY period",
                row -> row.getString("period"),
                seal.sequence());
    }

    /** Empty as long as nothing in the log has its place. */
    Optional<AuditHead> auditHead() {
        return database
                .read(
                        "SELECT position, encode(hash, 'hex') AS hash FROM audit_head",
                        row -> new AuditHead(row.getLong("position"), row.getString("hash")))
                .stream()
                .findFirst();
    }

    void add(Seal seal, List<Period> periods) {
        database.write(
                """
                INSERT INTO seal (sequence, period, sealed_at, requested_by, confirmed_by, cells_hash, contracts_hash,
                                  rates_hash, scores_hash, previous_hash, audit_position, audit_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                seal.sequence(),
                seal.period().text(),
                seal.sealedAt().atOffset(ZoneOffset.UTC),
                seal.requestedBy(),
                seal.confirmedBy(),
                seal.cellsHash(),
                seal.contractsHash(),
                seal.ratesHash(),
                seal.scoresHash(),
                seal.previousHash(),
                seal.auditHead() == null ? null : seal.auditHead().position(),
                seal.auditHead() == null ? null : seal.auditHead().hash(),
                seal.hash());
        database.write(
                "INSERT INTO sealed_period (period, sequence) SELECT period, ? FROM unnest(?) AS period",
                seal.sequence(),
                new SqlArray("text", periods));
    }

    private List<Seal> read(String which, @Nullable Object... parameters) {
        return database.read("SELECT * FROM seal " + which, Seals::seal, parameters);
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("sequence"),
                Period.parse(row.getString("period")),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getString("requested_by"),
                row.getString("confirmed_by"),
                row.getString("cells_hash"),
                row.getString("contracts_hash"),
                row.getString("rates_hash"),
                row.getString("scores_hash"),
                row.getString("previous_hash"),
                row.getString("audit_hash") == null
                        ? null
                        : new AuditHead(row.getLong("audit_position"), row.getString("audit_hash")),
                row.getString("hash"));
    }
}
