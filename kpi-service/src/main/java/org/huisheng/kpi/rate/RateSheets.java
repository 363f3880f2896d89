package org.huisheng.kpi.rate;

import jakarta.enterprise.context.ApplicationScoped;
import org.huisheng.kpi.department.Departments;
import org.huisheng.kpi.observation.Cells;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.suppression.Disclosures;
import org.jspecify.annotations.Nullable;

/** Rates of any number of departments, all of the same moment. */
@ApplicationScoped
public class RateSheets {

    private final Database database;
    private final Departments departments;
    private final Cells cells;
    private final Disclosures disclosures;

    RateSheets(Database database, Departments departments, Cells cells, Disclosures disclosures) {
        this.database = database;
        this.departments = departments;
        this.cells = cells;
        this.disclosures = disclosures;
    }

    /** Of all departments, or of the one given. */
    public RateSheet of(Period period, @Nullable String department) {
        return database.snapshot(() -> RateSheet.of(
                period,
                departments.inScope(department),
                cells.sheets(period, department),
                disclosures.during(period, department)));
    }
}
