package org.huisheng.kpi.odata.rows;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.filter.Type;
import org.huisheng.kpi.odata.query.EntitySet;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.rate.RateSheet;
import org.huisheng.kpi.rate.RateSheets;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** Rates of all periods that have begun, of the years in which anything was observed. */
@ApplicationScoped
class RateRows extends MemoryRows {

    private static final EntitySet SET = new EntitySet(
            "Rates",
            "Rate",
            List.of(
                    Column.key(Periods.COLUMN, Type.STRING),
                    Column.key("department", Type.STRING),
                    Column.of("departmentName", Type.STRING),
                    Column.key("side", Type.STRING),
                    Column.of("state", Type.STRING),
                    Column.optional("n", Type.INT64),
                    Column.optional("open", Type.INT64),
                    Column.optional("responseRate", Type.DECIMAL),
                    Column.optional("resolutionRate", Type.DECIMAL),
                    Column.of("satisfactionState", Type.STRING),
                    Column.optional("confirmed", Type.INT64),
                    Column.optional("satisfactionRate", Type.DECIMAL),
                    Column.of("sealed", Type.BOOLEAN),
                    Column.optional("asOf", Type.DATE_TIME)));

    private final Database database;
    private final RateSheets sheets;
    private final Clock clock;

    RateRows(Database database, RateSheets sheets, Clock clock) {
        this.database = database;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Override
    public EntitySet set() {
        return SET;
    }

    @Override
    List<Row> all(@Nullable Expression filter, @Nullable String scope) {
        var years = database.read(
                "SELECT DISTINCT extract(year FROM month)::int FROM cell WHERE n <> 0", row -> row.getInt(1));
        return Periods.of(years, filter, clock).stream()
                .flatMap(period -> rows(period, scope))
                .toList();
    }

    private Stream<Row> rows(Period period, @Nullable String scope) {
        var sheet = sheets.of(period, scope);
        return sheet.rows().stream().map(row -> row(sheet, row));
    }

    private static Row row(RateSheet sheet, RateSheet.Row row) {
        var rates = row.rates();
        return new Row(
                SET,
                sheet.period().text(),
                row.department(),
                row.departmentName(),
                row.side().name(),
                rates.state().name(),
                rates.n(),
                rates.open(),
                rates.responseRate(),
                rates.resolutionRate(),
                rates.satisfactionState().name(),
                rates.confirmed(),
                rates.satisfactionRate(),
                sheet.sealed(),
                sheet.asOf());
    }
}
