package org.huisheng.kpi.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kpi.observation.FrozenMonths;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.seal.SealProof;

/**
 * Lets the observations of an old sealed month go, once somebody has shown that they have them: by the hash of the file, which
 * is made anew in the very transaction that takes them out. Nobody writes cells meanwhile, as while a period is sealed.
 */
@ApplicationScoped
class ArchiveMonth {

    private final ArchiveRows rows;
    private final ArchiveFile file;
    private final FrozenMonths frozenMonths;
    private final SealProof sealProof;
    private final RetentionConfig config;
    private final Clock clock;

    ArchiveMonth(
            ArchiveRows rows,
            ArchiveFile file,
            FrozenMonths frozenMonths,
            SealProof sealProof,
            RetentionConfig config,
            Clock clock) {
        this.rows = rows;
        this.file = file;
        this.frozenMonths = frozenMonths;
        this.sealProof = sealProof;
        this.config = config;
        this.clock = clock;
    }

    /** Which months are old enough and sealed, the oldest first. */
    List<YearMonth> due() {
        return config.keep().map(keep -> rows.due(last(keep))).orElse(List.of());
    }

    @Transactional
    Archive archive(YearMonth month, String name, String sha256, String by) {
        requireOld(month);
        frozenMonths.holdCells();
        if (rows.find(month).isPresent()) {
            throw new Conflict("already-archived", month);
        }
        var proof = sealProof.require(month);
        var content = file.write(month, OutputStream.nullOutputStream());
        if (!content.sha256().equals(sha256)) {
            throw new Conflict("archive-differs", month);
        }
        if (rows.countsOtherwise(month)) {
            throw new Conflict("cells-differ", month);
        }
        rows.remove(month);
        var archive = new Archive(
                month,
                name,
                sha256,
                content.observations(),
                proof.sequence(),
                proof.hash(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        rows.add(archive);
        return archive;
    }

    private void requireOld(YearMonth month) {
        var keep = config.keep().orElseThrow(() -> new RuleViolated("all-is-kept"));
        if (month.isAfter(last(keep))) {
            throw new RuleViolated("too-young-to-archive", month);
        }
    }

    private YearMonth last(java.time.Period keep) {
        return YearMonth.from(clock.instant().atZone(Period.ZONE)).minusMonths(keep.toTotalMonths());
    }
}
