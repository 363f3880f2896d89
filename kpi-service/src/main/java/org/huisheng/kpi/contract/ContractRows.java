package org.huisheng.kpi.contract;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.events.Side;

/** Contracts as one joined row per indicator, and back. */
final class ContractRows {

    static final String SELECT = """
            SELECT c.id, c.department, c.year, c.version, c.created_at, c.created_by,
                   d.code AS d_code, d.name AS d_name, d.name_en AS d_name_en, d.weight AS d_weight,
                   i.code, i.name, i.name_en, i.metric, i.denominator_metric, array_to_string(i.sides, ',') AS sides,
                   i.statistic, i.direction, i.base, i.target, i.stretch, i.weight, i.minimum_sample
            FROM contract c
            JOIN contract_dimension d ON d.contract_id = c.id
            JOIN contract_indicator i ON i.contract_id = c.id AND i.dimension = d.code
            WHERE %s
            ORDER BY c.department, c.id, d.position, i.position
            """;

    private ContractRows() {}

    /** The contract and the dimension have no parts yet. */
    record Row(Contract contract, Dimension dimension, Indicator indicator) {}

    static Row read(ResultSet row) throws SQLException {
        return new Row(
                new Contract(
                        row.getObject("id", UUID.class),
                        row.getString("department"),
                        row.getInt("year"),
                        row.getInt("version"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("created_by"),
                        List.of()),
                new Dimension(
                        row.getString("d_code"),
                        row.getString("d_name"),
                        row.getString("d_name_en"),
                        plain(row.getBigDecimal("d_weight")),
                        List.of()),
                indicator(row));
    }

    private static Indicator indicator(ResultSet row) throws SQLException {
        var stretch = row.getBigDecimal("stretch");
        return new Indicator(
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("metric"),
                row.getString("denominator_metric"),
                Arrays.stream(row.getString("sides").split(",", -1))
                        .map(Side::valueOf)
                        .toList(),
                Statistic.valueOf(row.getString("statistic")),
                Direction.valueOf(row.getString("direction")),
                plain(row.getBigDecimal("base")),
                plain(row.getBigDecimal("target")),
                stretch == null ? null : plain(stretch),
                plain(row.getBigDecimal("weight")),
                row.getInt("minimum_sample"));
    }

    static String joined(List<Side> sides) {
        return sides.stream().map(Side::name).collect(joining(","));
    }

    /** Puts the parts, which come in order, into their wholes. */
    static List<Contract> assemble(List<Row> rows) {
        var contracts = new LinkedHashMap<Contract, LinkedHashMap<Dimension, List<Indicator>>>();
        for (var row : rows) {
            contracts
                    .computeIfAbsent(row.contract, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(row.dimension, _ -> new ArrayList<>())
                    .add(row.indicator);
        }
        var assembled = new ArrayList<Contract>(contracts.size());
        contracts.forEach((contract, dimensions) -> assembled.add(whole(contract, dimensions)));
        return assembled;
    }

    private static Contract whole(Contract contract, Map<Dimension, List<Indicator>> dimensions) {
        var parts = new ArrayList<Dimension>(dimensions.size());
        dimensions.forEach((dimension, indicators) -> parts.add(
                new Dimension(dimension.code(), dimension.name(), dimension.nameEn(), dimension.weight(), indicators)));
        return new Contract(
                contract.id(),
                contract.department(),
                contract.year(),
                contract.version(),
                contract.createdAt(),
                contract.createdBy(),
                parts);
    }

    /** The number as somebody would write it: no trailing zeros, no exponent. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
