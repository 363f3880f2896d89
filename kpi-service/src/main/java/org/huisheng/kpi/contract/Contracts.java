package org.huisheng.kpi.contract;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;
import org.jspecify.annotations.Nullable;

/** All contracts. They are written once and read whole, so they are rows and records rather than entities. */
@ApplicationScoped
public class Contracts {

    private final Database database;

    Contracts(Database database) {
        this.database = database;
    }

    /** A dimension whose names need not be repeated in each contract. */
    record StandardDimension(String code, String name, String nameEn) {}

    /** The latest contract of each department for a year, or of the one given; in order of department. */
    public List<Contract> inForce(int year, @Nullable String department) {
        return read("""
                c.id IN (SELECT DISTINCT ON (department) id FROM contract
                         WHERE year = ? AND (?::text IS NULL OR department = ?)
                         ORDER BY department, version DESC)
                """, year, department, department);
    }

    Optional<Contract> byId(UUID id) {
        return read("c.id = ?", id).stream().findFirst();
    }

    /** All versions, oldest first; {@code after} is the last seen. */
    List<Contract> list(@Nullable String department, @Nullable Integer year, @Nullable UUID after, int limit) {
        return read("""
                c.id IN (SELECT id FROM contract
                         WHERE (?::text IS NULL OR department = ?) AND (?::int IS NULL OR year = ?)
                           AND (?::uuid IS NULL OR id > ?)
                         ORDER BY id LIMIT ?)
                """, department, department, year, year, after, after, limit).stream()
                .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
                .toList();
    }

    Map<String, StandardDimension> standardDimensions() {
        return database
                .read(
                        "SELECT code, name, name_en FROM standard_dimension",
                        row -> new StandardDimension(
                                row.getString("code"), row.getString("name"), row.getString("name_en")))
                .stream()
                .collect(toUnmodifiableMap(StandardDimension::code, Function.identity()));
    }

    /**
     * Lets one conclusion at a time count the versions.
     *
     * @return whether there is such a department
     */
    boolean holdDepartment(String code) {
        return !database.read("SELECT 1 FROM department WHERE code = ? FOR NO KEY UPDATE", row -> true, code)
                .isEmpty();
    }

    int latestVersion(String department, int year) {
        return database.read(
                        "SELECT coalesce(max(version), 0) FROM contract WHERE department = ? AND year = ?",
                        row -> row.getInt(1),
                        department,
                        year)
                .getFirst();
    }

    void add(Contract contract) {
        database.write(
                "INSERT INTO contract (id, department, year, version, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?)",
                contract.id(),
                contract.department(),
                contract.year(),
                contract.version(),
                contract.createdAt().atOffset(ZoneOffset.UTC),
                contract.createdBy());
        var dimensions = contract.dimensions();
        database.write(
                """
                INSERT INTO contract_dimension (contract_id, position, code, name, name_en, weight)
                SELECT ?, * FROM unnest(?, ?, ?, ?, ?)
                """,
                contract.id(),
                column("int4", dimensions, (_, position) -> position),
                column("text", dimensions, (dimension, _) -> dimension.code()),
                column("text", dimensions, (dimension, _) -> dimension.name()),
                column("text", dimensions, (dimension, _) -> dimension.nameEn()),
                column("numeric", dimensions, (dimension, _) -> dimension.weight()));
        for (var dimension : dimensions) {
            addIndicators(contract.id(), dimension.code(), dimension.indicators());
        }
    }

    private void addIndicators(UUID contract, String dimension, List<Indicator> indicators) {
        database.write(
                """
                INSERT INTO contract_indicator (contract_id, dimension, position, code, name, name_en, metric,
                    denominator_metric, sides, statistic, direction, base, target, stretch, weight, minimum_sample)
                SELECT ?, ?, position, code, name, name_en, metric, denominator_metric, string_to_array(sides, ','),
                    statistic, direction, base, target, stretch, weight, minimum_sample
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS indicator (position, code, name, name_en,
                    metric, denominator_metric, sides, statistic, direction, base, target, stretch, weight,
                    minimum_sample)
                """,
                contract,
                dimension,
                column("int4", indicators, (_, position) -> position),
                column("text", indicators, (indicator, _) -> indicator.code()),
                column("text", indicators, (indicator, _) -> indicator.name()),
                column("text", indicators, (indicator, _) -> indicator.nameEn()),
                column("text", indicators, (indicator, _) -> indicator.metric()),
                column("text", indicators, (indicator, _) -> indicator.denominatorMetric()),
                column("text", indicators, (indicator, _) -> ContractRows.joined(indicator.sides())),
                column("text", indicators, (indicator, _) -> indicator.statistic()),
                column("text", indicators, (indicator, _) -> indicator.direction()),
                column("numeric", indicators, (indicator, _) -> indicator.base()),
                column("numeric", indicators, (indicator, _) -> indicator.target()),
                column("numeric", indicators, (indicator, _) -> indicator.stretch()),
                column("numeric", indicators, (indicator, _) -> indicator.weight()),
                column("int4", indicators, (indicator, _) -> indicator.minimumSample()));
    }

    private List<Contract> read(String condition, @Nullable Object... parameters) {
        return ContractRows.assemble(
                database.read(ContractRows.SELECT.formatted(condition), ContractRows::read, parameters));
    }

    private static <T> SqlArray column(String type, List<T> rows, BiFunction<T, Integer, @Nullable Object> property) {
        var elements = new ArrayList<@Nullable Object>(rows.size());
        for (var i = 0; i < rows.size(); i++) {
            elements.add(property.apply(rows.get(i), i));
        }
        return new SqlArray(type, elements);
    }
}
