package org.huisheng.kpi.score;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Contracts;
import org.huisheng.kpi.department.Department;
import org.huisheng.kpi.department.Departments;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.observation.Cells;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Scorecard.Named;
import org.huisheng.kpi.scoring.ContractScore;
import org.huisheng.kpi.scoring.Suppression;
import org.huisheng.kpi.seal.frozen.FrozenDocuments;
import org.huisheng.kpi.seal.frozen.Kind;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** Scores of any number of departments in three reads of the same moment. */
@ApplicationScoped
public class Scorecards {

    private final Database database;
    private final Departments departments;
    private final Contracts contracts;
    private final Cells cells;
    private final Suppression suppression;
    private final FrozenDocuments frozen;

    Scorecards(
            Database database,
            Departments departments,
            Contracts contracts,
            Cells cells,
            Suppression suppression,
            FrozenDocuments frozen) {
        this.database = database;
        this.departments = departments;
        this.contracts = contracts;
        this.cells = cells;
        this.suppression = suppression;
        this.frozen = frozen;
    }

    /** Of all departments that have a contract for the period's year, or of the one given. */
    public List<Scorecard> of(Period period, @Nullable String department) {
        return database.snapshot(() -> here(period, department));
    }

    /** @throws NotFound if there is no such department, or no contract of it for the year */
    public Scorecard require(Period period, String department) {
        return database.snapshot(() -> requireHere(period, department));
    }

    /** The same within the caller's own snapshot. */
    public Scorecard requireHere(Period period, String department) {
        return here(period, department).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("contract", department + " " + period.year()));
    }

    /** What a seal holds of the period, else what contracts and cells come to, within the caller's own snapshot. */
    public List<Scorecard> here(Period period, @Nullable String department) {
        var known = departments.inScope(department).stream().collect(toMap(Department::code, Function.identity()));
        return frozen.contents(Kind.SCORES, period, department, Scorecard.class)
                .orElseGet(() -> computed(period, department, known));
    }

    private List<Scorecard> computed(Period period, @Nullable String department, Map<String, Department> known) {
        var sheets = cells.sheets(period, department);
        return contracts.inForce(period.year(), department).stream()
                .map(contract -> card(
                        contract,
                        Objects.requireNonNull(known.get(contract.department()), "a contract's department exists"),
                        sheets.getOrDefault(contract.department(), CellSheet.EMPTY)))
                .toList();
    }

    private Scorecard card(Contract contract, Department department, CellSheet sheet) {
        var asOf = Stream.of(contract.createdAt(), department.changedAt(), sheet.asOf())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
        return new Scorecard(
                new Named(department.code(), department.name()),
                ContractScore.of(contract, sheet, suppression),
                asOf,
                false);
    }
}
