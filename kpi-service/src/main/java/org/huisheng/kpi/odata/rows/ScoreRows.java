package org.huisheng.kpi.odata.rows;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.filter.Type;
import org.huisheng.kpi.odata.query.EntitySet;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Level;
import org.huisheng.kpi.score.ScoreSheet;
import org.huisheng.kpi.score.Scorecards;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** Scores of all periods that have begun, of the years with contracts. */
@ApplicationScoped
class ScoreRows extends MemoryRows {

    private static final EntitySet SET = new EntitySet(
            "Scores",
            "Score",
            List.of(
                    Column.key(Periods.COLUMN, Type.STRING),
                    Column.key("department", Type.STRING),
                    Column.of("departmentName", Type.STRING),
                    Column.key("level", Type.STRING),
                    Column.key("code", Type.STRING),
                    Column.of("name", Type.STRING),
                    Column.of("weight", Type.DECIMAL),
                    Column.optional("value", Type.DECIMAL),
                    Column.optional("n", Type.INT64),
                    Column.optional("base", Type.DECIMAL),
                    Column.optional("target", Type.DECIMAL),
                    Column.optional("stretch", Type.DECIMAL),
                    Column.optional("score", Type.DECIMAL),
                    Column.optional("band", Type.STRING),
                    Column.of("state", Type.STRING),
                    Column.of("sealed", Type.BOOLEAN),
                    Column.optional("asOf", Type.DATE_TIME)));

    private final Database database;
    private final Scorecards scorecards;
    private final Clock clock;

    ScoreRows(Database database, Scorecards scorecards, Clock clock) {
        this.database = database;
        this.scorecards = scorecards;
        this.clock = clock;
    }

    @Override
    public EntitySet set() {
        return SET;
    }

    @Override
    List<Row> all(@Nullable Expression filter, @Nullable String scope) {
        var years = database.read("SELECT DISTINCT year FROM contract", row -> row.getInt(1));
        return Periods.of(years, filter, clock).stream()
                .flatMap(period -> rows(period, scope))
                .toList();
    }

    private Stream<Row> rows(Period period, @Nullable String scope) {
        var sheet = ScoreSheet.of(period, scorecards.of(period, scope), EnumSet.allOf(Level.class));
        return sheet.rows().stream().map(row -> row(sheet, row));
    }

    private static Row row(ScoreSheet sheet, ScoreSheet.Row row) {
        return new Row(
                SET,
                sheet.period().text(),
                row.department(),
                row.departmentName(),
                row.level().word(),
                row.code(),
                row.name(),
                row.weight(),
                row.value(),
                row.n(),
                row.base(),
                row.target(),
                row.stretch(),
                row.score(),
                row.band() == null ? null : row.band().name(),
                row.state().name(),
                sheet.sealed(),
                sheet.asOf());
    }
}
