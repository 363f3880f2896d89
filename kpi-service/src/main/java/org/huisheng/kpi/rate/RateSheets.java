package org.huisheng.kpi.rate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huisheng.events.Side;
import org.huisheng.kpi.department.Departments;
import org.huisheng.kpi.observation.Cells;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.rate.RateSheet.Frozen;
import org.huisheng.kpi.seal.frozen.FrozenDocuments;
import org.huisheng.kpi.seal.frozen.Kind;
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
    private final FrozenDocuments frozen;

    RateSheets(
            Database database, Departments departments, Cells cells, Disclosures disclosures, FrozenDocuments frozen) {
        this.database = database;
        this.departments = departments;
        this.cells = cells;
        this.disclosures = disclosures;
        this.frozen = frozen;
    }

    /** Of all departments, or of the one given; what a seal holds of the period, else what the cells come to. */
    public RateSheet of(Period period, @Nullable String department) {
        return database.snapshot(() -> {
            var known = departments.inScope(department);
            return frozen.contents(Kind.RATES, period, department, Frozen.class)
                    .map(rates -> RateSheet.sealed(period, rates))
                    .orElseGet(() -> RateSheet.of(
                            period, known, cells.sheets(period, department), disclosures.during(period, department)));
        });
    }

    /** What a seal is to keep, by department, within the caller's own snapshot. */
    public Map<String, Object> toFreeze(Period period, Period sealing) {
        var kept = new LinkedHashMap<String, Object>();
        var sheets = cells.sheets(period, null);
        var shown = disclosures.during(period, null, Set.copyOf(sealing.months()));
        for (var department : departments.inScope(null)) {
            var sheet = RateSheet.of(period, List.of(department), sheets, shown);
            var rates = new EnumMap<Side, Rates>(Side.class);
            sheet.rows().forEach(row -> rates.put(row.side(), row.rates()));
            kept.put(department.code(), new Frozen(department.code(), department.name(), sheet.asOf(), rates));
        }
        return kept;
    }
}
