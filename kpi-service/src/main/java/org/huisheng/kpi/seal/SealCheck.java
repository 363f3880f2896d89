package org.huisheng.kpi.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Scorecard;
import org.huisheng.kpi.score.Scorecards;
import org.huisheng.kpi.seal.Seal.AuditHead;
import org.huisheng.kpi.seal.VerifySeals.Discrepancy;
import org.huisheng.kpi.seal.VerifySeals.Finding;
import org.huisheng.kpi.seal.frozen.FrozenDocuments;
import org.huisheng.kpi.seal.frozen.Kind;
import org.huisheng.kpi.seal.frozen.Part;
import org.huisheng.kpi.seal.frozen.PartsHash;
import org.huisheng.kpi.seal.frozen.Sha256;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** Everything one seal says, held against what is there; its documents are read one at a time. */
@ApplicationScoped
class SealCheck {

    private final Database database;
    private final FrozenDocuments documents;
    private final CellsToFreeze presentCells;
    private final Scorecards scorecards;

    SealCheck(Database database, FrozenDocuments documents, CellsToFreeze presentCells, Scorecards scorecards) {
        this.database = database;
        this.documents = documents;
        this.presentCells = presentCells;
        this.scorecards = scorecards;
    }

    List<Finding> findings(Seal seal, @Nullable Seal previous) {
        var findings = new ArrayList<Finding>();
        if (seal.sequence() != (previous == null ? 1 : previous.sequence() + 1)
                || !Objects.equals(seal.previousHash(), previous == null ? null : previous.hash())) {
            findings.add(new Finding(seal.sequence(), seal.period(), Discrepancy.CHAIN, null));
        }
        if (!seal.hash().equals(seal.hashed())) {
            findings.add(new Finding(seal.sequence(), seal.period(), Discrepancy.HASH, null));
        }
        checkParts(seal, findings);
        if (seal.auditHead() != null && !isInTheLog(seal.auditHead())) {
            findings.add(new Finding(seal.sequence(), seal.period(), Discrepancy.AUDIT, null));
        }
        if (!periodsAreClosed(seal)) {
            findings.add(new Finding(seal.sequence(), seal.period(), Discrepancy.PERIODS, null));
        }
        return findings;
    }

    private boolean isInTheLog(AuditHead head) {
        return !database.read(
                        "SELECT 1 FROM audit_entry WHERE position = ? AND hash = decode(?, 'hex')",
                        _ -> true,
                        head.position(),
                        head.hash())
                .isEmpty();
    }

    private void checkParts(Seal seal, List<Finding> findings) {
        var hash = new PartsHash();
        var withCells = new HashSet<String>();
        documents.each(seal.sequence(), part -> {
            hash.add(part.kind(), part.period(), part.department(), part.hash());
            var what = discrepancy(part, withCells);
            if (what != null) {
                findings.add(new Finding(seal.sequence(), Period.parse(part.period()), what, part.department()));
            }
        });
        if (!hash.hashes().equals(seal.partHashes())) {
            findings.add(new Finding(seal.sequence(), seal.period(), Discrepancy.PARTS, null));
        }
        addedSince(seal.period(), withCells)
                .forEach(department ->
                        findings.add(new Finding(seal.sequence(), seal.period(), Discrepancy.CELLS, department)));
    }

    private @Nullable Discrepancy discrepancy(Part part, Set<String> withCells) {
        if (part.kind() == Kind.CELLS) {
            withCells.add(part.department());
        }
        if (!Sha256.of(part.document()).equals(part.hash())) {
            return Discrepancy.DOCUMENT;
        }
        try {
            return switch (part.kind()) {
                case CELLS -> cellsAreTheSame(part) ? null : Discrepancy.CELLS;
                case SCORES -> scoreIsTheSame(part) ? null : Discrepancy.SCORE;
                case CONTRACTS, RATES -> null;
            };
        } catch (UncheckedIOException unreadable) {
            return Discrepancy.DOCUMENT;
        }
    }

    private boolean cellsAreTheSame(Part part) {
        var present = presentCells
                .of(Period.parse(part.period()), part.department())
                .getOrDefault(part.department(), CellsToFreeze.empty());
        return CellsToFreeze.stillAre(part.content(), present);
    }

    private boolean scoreIsTheSame(Part part) {
        var sealed = part.content(Scorecard.class).score();
        return scorecards
                .again(Period.parse(part.period()), sealed.contract(), UnaryOperator.identity())
                .equals(sealed);
    }

    /** Departments that have cells in the period now and had none when it was sealed. */
    private List<String> addedSince(Period period, Set<String> withCells) {
        return database.read("""
                        SELECT DISTINCT department FROM cell
                        WHERE month BETWEEN ? AND ? AND (n <> 0 OR min IS NOT NULL) ORDER BY department
                        """, row -> row.getString("department"), period.from(), period.to()).stream()
                .filter(department -> !withCells.contains(department))
                .toList();
    }

    /** Which periods a seal holds is told by the parts of its rates, whose hash is in the chain. */
    private boolean periodsAreClosed(Seal seal) {
        return database.read(
                        """
                        SELECT (SELECT count(*) FROM frozen_month WHERE month BETWEEN ? AND ?) = ?
                           AND EXISTS (SELECT FROM sealed_period WHERE period = ? AND sequence = ?)
                           AND NOT EXISTS (
                               SELECT FROM seal_part p WHERE p.sequence = ? AND kind = 'RATES' AND NOT EXISTS (
                                   SELECT FROM sealed_period s
                                   WHERE s.period = p.period AND s.sequence = p.sequence))
                        """,
                        row -> row.getBoolean(1),
                        seal.period().from(),
                        seal.period().to(),
                        seal.period().months().size(),
                        seal.period().text(),
                        seal.sequence(),
                        seal.sequence())
                .getFirst();
    }
}
