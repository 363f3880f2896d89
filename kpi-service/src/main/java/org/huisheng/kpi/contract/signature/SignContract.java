package org.huisheng.kpi.contract.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Contracts;
import org.huisheng.kpi.contract.Party;
import org.huisheng.kpi.sql.Database;

/** Signs a contract for one of its parties: each once, and nobody for both. */
@ApplicationScoped
class SignContract {

    private final Contracts contracts;
    private final Database database;
    private final Clock clock;

    SignContract(Contracts contracts, Database database, Clock clock) {
        this.contracts = contracts;
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    Contract sign(UUID id, Party party, String by) {
        contracts.hold(id);
        for (var signature : require(id).signatures()) {
            if (signature.party() == party) {
                throw new Conflict("already-signed", signature.signedBy());
            }
            if (signature.signedBy().equals(by)) {
                throw new Conflict("signs-for-both");
            }
        }
        database.write(
                "INSERT INTO contract_signature (contract_id, party, signed_by, signed_at) VALUES (?, ?, ?, ?)",
                id,
                party.name(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        return require(id);
    }

    private Contract require(UUID id) {
        return contracts.byId(id).orElseThrow(() -> new NotFound("contract", id));
    }
}
