package org.huisheng.kpi.contract;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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
    private final ContractItems items;

    Contracts(Database database, ContractItems items) {
        this.database = database;
        this.items = items;
    }

    /** A dimension whose names need not be repeated in each contract. */
    public record StandardDimension(String code, String name, String nameEn) {}

    /**
     * The contract of each department, or of the one given, that counts on a day; in order of department. Of the versions
     * that hold by then it is the latest both parties have signed, or provisionally the latest while there is none.
     */
    public List<Contract> inForce(LocalDate day, @Nullable String department) {
        return read("""
                c.id IN (SELECT DISTINCT ON (department) id FROM contract
                         WHERE year = ? AND effective_from <= ? AND (?::text IS NULL OR department = ?)
                         ORDER BY department,
                             (SELECT count(*) FROM contract_signature WHERE contract_id = contract.id) = 2 DESC,
                             version DESC)
                """, day.getYear(), day, department, department);
    }

    public Optional<Contract> byId(UUID id) {
        return read("c.id = ?", id).stream().findFirst();
    }

    /** What of all versions is asked for. @param unsignedBy whose signature is missing */
    public record Filter(
            @Nullable String department,
            @Nullable Integer year,
            @Nullable Party unsignedBy) {}

    /** Oldest first; {@code after} is the last seen. */
    public List<Contract> list(Filter filter, @Nullable UUID after, int limit) {
        var department = filter.department();
        var year = filter.year();
        var missing = filter.unsignedBy() == null ? null : filter.unsignedBy().name();
        return read("""
                c.id IN (SELECT id FROM contract
                         WHERE (?::text IS NULL OR department = ?) AND (?::int IS NULL OR year = ?)
                           AND (?::text IS NULL OR NOT EXISTS (
                               SELECT 1 FROM contract_signature WHERE contract_id = contract.id AND party = ?))
                           AND (?::uuid IS NULL OR id > ?)
                         ORDER BY id LIMIT ?)
                """, department, department, year, year, missing, missing, after, after, limit).stream()
                .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
                .toList();
    }

    public Map<String, StandardDimension> standardDimensions() {
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
    public boolean holdDepartment(String code) {
        return !database.read("SELECT 1 FROM department WHERE code = ? FOR NO KEY UPDATE", row -> true, code)
                .isEmpty();
    }

    public int latestVersion(String department, int year) {
        return database.read(
                        "SELECT coalesce(max(version), 0) FROM contract WHERE department = ? AND year = ?",
                        row -> row.getInt(1),
                        department,
                        year)
                .getFirst();
    }

    /** Lets one caller at a time sign it. */
    public void hold(UUID id) {
        database.read("SELECT 1 FROM contract WHERE id = ? FOR NO KEY UPDATE", row -> true, id);
    }

    public void add(Contract contract) {
        database.write(
                """
                INSERT INTO contract (id, department, year, version, effective_from, created_at, created_by, template_id,
                    bonus_cap)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                contract.id(),
                contract.department(),
                contract.year(),
                contract.version(),
                contract.effectiveFrom(),
                contract.createdAt().atOffset(ZoneOffset.UTC),
                contract.createdBy(),
                contract.template(),
                contract.terms().bonusCap());
        addDimensions(contract.id(), contract.dimensions());
        items.add(contract.id(), contract.terms());
    }

    private void addDimensions(UUID contract, List<Dimension> dimensions) {
        database.write(
                """
                INSERT INTO contract_dimension (contract_id, position, code, name, name_en, weight)
                SELECT ?, * FROM unnest(?, ?, ?, ?, ?)
                """,
                contract,
                column("int4", dimensions, (_, position) -> position),
                column("text", dimensions, (dimension, _) -> dimension.code()),
                column("text", dimensions, (dimension, _) -> dimension.name()),
                column("text", dimensions, (dimension, _) -> dimension.nameEn()),
                column("numeric", dimensions, (dimension, _) -> dimension.weight()));
        for (var dimension : dimensions) {
            addIndicators(contract, dimension.code(), dimension.indicators());
        }
    }

    private void addIndicators(UUID contract, String dimension, List<Indicator> indicators) {
        database.write(
                """
                INSERT INTO contract_indicator (contract_id, dimension, position, code, name, name_en, metric,
                    denominator_metric, sides, tags, statistic, direction, base, target, stretch, weight,
                    minimum_sample, percentile, band_low, band_high, floor_points, cap_points, yellow_from, green_from,
                    explanation, explanation_en)
                SELECT ?, ?, position, code, name, name_en, metric, denominator_metric, string_to_array(sides, ','),
                    string_to_array(tags, E'\\x1f'), statistic, direction, base, target, stretch, weight, minimum_sample, percentile, band_low, band_high,
                    floor_points, cap_points, yellow_from, green_from, explanation, explanation_en
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS indicator (position, code,
                    name, name_en, metric, denominator_metric, sides, tags, statistic, direction, base, target, stretch, weight,
                    minimum_sample, percentile, band_low, band_high, floor_points, cap_points, yellow_from, green_from,
                    explanation, explanation_en)
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
                column("text", indicators, (indicator, _) -> ContractRows.joinedTags(indicator.tags())),
                column("text", indicators, (indicator, _) -> indicator.statistic()),
                column("text", indicators, (indicator, _) -> indicator.direction()),
                column("numeric", indicators, (indicator, _) -> indicator.base()),
                column("numeric", indicators, (indicator, _) -> indicator.target()),
                column("numeric", indicators, (indicator, _) -> indicator.stretch()),
                column("numeric", indicators, (indicator, _) -> indicator.weight()),
                column("int4", indicators, (indicator, _) -> indicator.minimumSample()),
                column("int4", indicators, (indicator, _) -> indicator.percentile()),
                column(
                        "numeric",
                        indicators,
                        (indicator, _) -> indicator.bounds().bandLow()),
                column(
                        "numeric",
                        indicators,
                        (indicator, _) -> indicator.bounds().bandHigh()),
                column(
                        "numeric",
                        indicators,
                        (indicator, _) -> indicator.bounds().floor()),
                column(
                        "numeric",
                        indicators,
                        (indicator, _) -> indicator.bounds().cap()),
                column(
                        "numeric",
                        indicators,
                        (indicator, _) -> indicator.lights().yellowFrom()),
                column(
                        "numeric",
                        indicators,
                        (indicator, _) -> indicator.lights().greenFrom()),
                column("text", indicators, (indicator, _) -> indicator.explanation()),
                column("text", indicators, (indicator, _) -> indicator.explanationEn()));
    }

    private List<Contract> read(String condition, @Nullable Object... parameters) {
        var rows = database.read(ContractRows.SELECT.formatted(condition), ContractRows::read, parameters);
        var ids = rows.stream().map(row -> row.contract().id()).distinct().toList();
        return ContractRows.assemble(rows, items.of(ids));
    }

    private static <T> SqlArray column(String type, List<T> rows, BiFunction<T, Integer, @Nullable Object> property) {
        var elements = new ArrayList<@Nullable Object>(rows.size());
        for (var i = 0; i < rows.size(); i++) {
            elements.add(property.apply(rows.get(i), i));
        }
        return new SqlArray(type, elements);
    }
}
