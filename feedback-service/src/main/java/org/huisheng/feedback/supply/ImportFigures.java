package org.huisheng.feedback.supply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.huisheng.feedback.sheet.Sheet;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.jspecify.annotations.Nullable;

/** Brings the figures of a report up to date from a table: all lines, or none. */
@ApplicationScoped
class ImportFigures {

    private final SupplyReports reports;
    private final WriteSupplyReport write;

    ImportFigures(SupplyReports reports, WriteSupplyReport write) {
        this.reports = reports;
        this.write = write;
    }

    @Transactional
    FigureImport run(UUID id, @Nullable Long expected, Sheet sheet, boolean dryRun) {
        var imported = FigureImport.of(sheet, reports.require(id).figures());
        if (!dryRun) {
            if (imported.hasRefusals()) {
                throw new RuleViolated(imported.refusals());
            }
            write.enter(id, expected, imported.figures());
        }
        return imported;
    }
}
