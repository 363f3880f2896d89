package org.huisheng.kpi.rate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.huisheng.events.Side;
import org.huisheng.kpi.department.Department;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.suppression.ShownFigures;
import org.huisheng.kpi.web.Csv;
import org.jspecify.annotations.Nullable;

/**
 * The three rates of every department and side.
 *
 * @param asOf when the last thing the figures rest on changed, null when there are none
 */
public record RateSheet(@Nullable Instant asOf, Period period, boolean sealed, List<Row> rows) {

    public record Row(
            String department,
            String departmentName,
            Side side,
            @JsonUnwrapped Rates rates) {}

    /** What a seal keeps of one department. */
    record Frozen(
            String department,
            String departmentName,
            @Nullable Instant asOf,
            Map<Side, Rates> rates) {}

    static RateSheet of(
            Period period,
            List<Department> departments,
            Map<String, CellSheet> sheets,
            Map<String, ShownFigures> shown) {
        var rows = new ArrayList<Row>();
        for (var department : departments) {
            var sheet = sheets.getOrDefault(department.code(), CellSheet.EMPTY);
            for (var side : Side.values()) {
                rows.add(new Row(
                        department.code(),
                        department.name(),
                        side,
                        Rates.of(sheet, side, shown.getOrDefault(department.code(), ShownFigures.NONE))));
            }
        }
        var asOf = Stream.concat(
                        departments.stream().map(Department::changedAt),
                        departments.stream()
                                .map(department -> sheets.getOrDefault(department.code(), CellSheet.EMPTY)
                                        .asOf()))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return new RateSheet(asOf, period, false, rows);
    }

    String csv() {
        var csv = new Csv(
                "period",
                "department",
                "departmentName",
                "side",
                "state",
                "n",
                "open",
                "responseRate",
                "resolutionRate",
                "satisfactionState",
                "confirmed",
                "satisfactionRate",
                "asOf",
                "openOverdue",
                "unconfirmed",
                "responseOnTimeRate",
                "resolutionOnTimeRate");
        for (var row : rows) {
            var rates = row.rates;
            csv.row(
                    period,
                    row.department,
                    row.departmentName,
                    row.side,
                    rates.state(),
                    rates.n(),
                    rates.open(),
                    rates.responseRate(),
                    rates.resolutionRate(),
                    rates.satisfactionState(),
                    rates.confirmed(),
                    rates.satisfactionRate(),
                    asOf,
                    rates.openOverdue(),
                    rates.unconfirmed(),
                    rates.responseOnTimeRate(),
                    rates.resolutionOnTimeRate());
        }
        return csv.toString();
    }

    static RateSheet sealed(Period period, List<Frozen> departments) {
        var rows = new ArrayList<Row>();
        for (var department : departments) {
            for (var side : Side.values()) {
                var rates = department.rates.get(side);
                if (rates != null) {
                    rows.add(new Row(department.department, department.departmentName, side, rates));
                }
            }
        }
        var asOf = departments.stream()
                .map(Frozen::asOf)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return new RateSheet(asOf, period, true, rows);
    }
}
