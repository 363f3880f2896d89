package org.huisheng.kpi.score;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Contracts;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.contract.item.ItemRecord;
import org.huisheng.kpi.contract.item.ItemRecords;
import org.huisheng.kpi.department.Department;
import org.huisheng.kpi.department.Departments;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.observation.Cells;
import org.huisheng.kpi.observation.Histograms;
import org.huisheng.kpi.observation.TaggedCells;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Scorecard.Named;
import org.huisheng.kpi.scoring.ContractScore;
import org.huisheng.kpi.seal.frozen.FrozenDocuments;
import org.huisheng.kpi.seal.frozen.Kind;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.suppression.Disclosures;
import org.huisheng.kpi.suppression.ShownFigures;
import org.jspecify.annotations.Nullable;

/** Scores of any number of departments in a few reads of the same moment. */
@ApplicationScoped
public class Scorecards {

    private final Database database;
    private final Departments departments;
    private final Contracts contracts;
    private final ItemRecords records;
    private final Cells cells;
    private final Histograms histograms;
    private final TaggedCells taggedCells;
    private final Disclosures disclosures;
    private final FrozenDocuments frozen;

    Scorecards(
            Database database,
            Departments departments,
            Contracts contracts,
            ItemRecords records,
            Cells cells,
            Histograms histograms,
            TaggedCells taggedCells,
            Disclosures disclosures,
            FrozenDocuments frozen) {
        this.database = database;
        this.departments = departments;
        this.contracts = contracts;
        this.records = records;
        this.cells = cells;
        this.histograms = histograms;
        this.taggedCells = taggedCells;
        this.disclosures = disclosures;
        this.frozen = frozen;
    }

    /** Of all departments that have a contract in force in the period, or of the one given. */
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

    /** Of several periods at the same moment; those are left out in which no contract is in force. */
    public Map<Period, Scorecard> series(List<Period> periods, String department) {
        return database.snapshot(() -> {
            var series = new LinkedHashMap<Period, Scorecard>();
            for (var period : periods) {
                here(period, department).forEach(card -> series.put(period, card));
            }
            return series;
        });
    }

    /** What a seal holds of the period, else what contracts and cells come to, within the caller's own snapshot. */
    public List<Scorecard> here(Period period, @Nullable String department) {
        var known = known(department);
        return frozen.contents(Kind.SCORES, period, department, Scorecard.class)
                .orElseGet(() -> computed(period, department, known, disclosures.during(period, department)));
    }

    /** What a seal is to keep, within the caller's own snapshot. */
    public List<Scorecard> toFreeze(Period period, Period sealing) {
        var known = known(null);
        return computed(period, null, known, disclosures.during(period, null, Set.copyOf(sealing.months())));
    }

    /** What a contract comes to with other cells, within the caller's own snapshot. */
    public ContractScore again(Period period, Contract contract, UnaryOperator<CellSheet> otherwise) {
        var code = contract.department();
        var sheet = sheets(period, code, List.of(contract)).getOrDefault(code, CellSheet.EMPTY);
        return ContractScore.of(
                contract,
                otherwise.apply(sheet),
                disclosures.during(period, code).getOrDefault(code, ShownFigures.NONE),
                records.during(period, code).getOrDefault(code, List.of()));
    }

    private Map<String, Department> known(@Nullable String department) {
        return departments.inScope(department).stream().collect(toMap(Department::code, Function.identity()));
    }

    private List<Scorecard> computed(
            Period period,
            @Nullable String department,
            Map<String, Department> known,
            Map<String, ShownFigures> shown) {
        var inForce = contracts.inForce(period.contractDay(), department);
        var sheets = sheets(period, department, inForce);
        var entered = inForce.stream().anyMatch(contract -> contract.terms().hasItems())
                ? records.during(period, department)
                : Map.<String, List<ItemRecord>>of();
        return inForce.stream()
                .map(contract -> card(
                        contract,
                        Objects.requireNonNull(known.get(contract.department()), "a contract's department exists"),
                        sheets.getOrDefault(contract.department(), CellSheet.EMPTY),
                        shown.getOrDefault(contract.department(), ShownFigures.NONE),
                        entered.getOrDefault(contract.department(), List.of())))
                .toList();
    }

    private Map<String, CellSheet> sheets(Period period, @Nullable String department, List<Contract> inForce) {
        var sheets = cells.sheets(period, department);
        var distributions = histograms.of(
                period,
                department,
                indicators(inForce)
                        .filter(indicator -> indicator.statistic() == Statistic.PERCENTILE)
                        .map(Indicator::metric)
                        .collect(toUnmodifiableSet()));
        distributions.forEach((code, own) -> sheets.computeIfPresent(code, (_, sheet) -> sheet.withHistograms(own)));
        var tags = indicators(inForce)
                .flatMap(indicator -> indicator.tags().stream())
                .collect(toUnmodifiableSet());
        taggedCells
                .of(period, department, tags)
                .forEach((code, own) -> sheets.computeIfPresent(code, (_, sheet) -> sheet.withTagged(own)));
        return sheets;
    }

    private static Stream<Indicator> indicators(List<Contract> contracts) {
        return contracts.stream()
                .flatMap(contract -> contract.dimensions().stream())
                .flatMap(dimension -> dimension.indicators().stream());
    }

    private Scorecard card(
            Contract contract, Department department, CellSheet sheet, ShownFigures shown, List<ItemRecord> entered) {
        var asOf = Stream.concat(
                        Stream.of(contract.changedAt(), department.changedAt(), sheet.asOf()),
                        entered.stream().map(ItemRecord::changedAt))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
        return new Scorecard(
                new Named(department.code(), department.name(), department.nameEn()),
                ContractScore.of(contract, sheet, shown, entered),
                asOf,
                false);
    }
}
