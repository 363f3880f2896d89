package org.huisheng.kpi.contract;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.ContractItems.Items;
import org.jspecify.annotations.Nullable;

/** Contracts as one joined row per indicator, and back. */
public final class ContractRows {

    /** No tag has control characters. */
    private static final String SEPARATOR = "\u001f";

    static final String SELECT = """
            SELECT c.id, c.department, c.year, c.version, c.effective_from, c.created_at, c.created_by, c.template_id,
                   c.bonus_cap, office.signed_by AS office_by, office.signed_at AS office_at,
                   party.signed_by AS department_by, party.signed_at AS department_at,
                   d.code AS d_code, d.name AS d_name, d.name_en AS d_name_en, d.weight AS d_weight,
                   i.code, i.name, i.name_en, i.explanation, i.explanation_en, i.metric, i.denominator_metric, array_to_string(i.sides, ',') AS sides,
                   array_to_string(i.tags, E'\\x1f') AS tags,
                   i.statistic, i.direction, i.base, i.target, i.stretch, i.weight, i.minimum_sample, i.percentile,
                   i.band_low, i.band_high, i.floor_points, i.cap_points, i.yellow_from, i.green_from
            FROM contract c
            LEFT JOIN contract_signature office ON office.contract_id = c.id AND office.party = 'OFFICE'
            LEFT JOIN contract_signature party ON party.contract_id = c.id AND party.party = 'DEPARTMENT'
            JOIN contract_dimension d ON d.contract_id = c.id
            JOIN contract_indicator i ON i.contract_id = c.id AND i.dimension = d.code
            WHERE %s
            ORDER BY c.department, c.id, d.position, i.position
            """;

    private ContractRows() {}

    /** The contract and the dimension have no parts yet. */
    record Row(Contract contract, Dimension dimension, Indicator indicator) {}

    static Row read(ResultSet row) throws SQLException {
        return new Row(contract(row), dimension(row), indicator(row));
    }

    private static Contract contract(ResultSet row) throws SQLException {
        var signatures = new ArrayList<Signature>(Party.values().length);
        for (var party : Party.values()) {
            var column = party == Party.OFFICE ? "office" : "department";
            var at = row.getObject(column + "_at", OffsetDateTime.class);
            if (at != null) {
                signatures.add(new Signature(party, row.getString(column + "_by"), at.toInstant()));
            }
        }
        return new Contract(
                row.getObject("id", UUID.class),
                row.getString("department"),
                row.getInt("year"),
                row.getInt("version"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                row.getObject("template_id", UUID.class),
                new Terms(List.of(), List.of(), List.of(), plainOrNull(row.getBigDecimal("bonus_cap"))),
                signatures);
    }

    private static Dimension dimension(ResultSet row) throws SQLException {
        return new Dimension(
                row.getString("d_code"),
                row.getString("d_name"),
                row.getString("d_name_en"),
                plain(row.getBigDecimal("d_weight")),
                List.of());
    }

    private static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("explanation"),
                row.getString("explanation_en"),
                row.getString("metric"),
                row.getString("denominator_metric"),
                Arrays.stream(row.getString("sides").split(",", -1))
                        .map(Side::valueOf)
                        .toList(),
                tags(row.getString("tags")),
                Statistic.valueOf(row.getString("statistic")),
                Direction.valueOf(row.getString("direction")),
                plain(row.getBigDecimal("base")),
                plainOrNull(row.getBigDecimal("target")),
                plainOrNull(row.getBigDecimal("stretch")),
                plain(row.getBigDecimal("weight")),
                row.getInt("minimum_sample"),
                row.getObject("percentile", Integer.class),
                new Bounds(
                        plainOrNull(row.getBigDecimal("band_low")),
                        plainOrNull(row.getBigDecimal("band_high")),
                        plain(row.getBigDecimal("floor_points")),
                        plainOrNull(row.getBigDecimal("cap_points"))),
                new Lights(plain(row.getBigDecimal("yellow_from")), plain(row.getBigDecimal("green_from"))));
    }

    static String joined(List<Side> sides) {
        return sides.stream().map(Side::name).collect(joining(","));
    }

    static String joinedTags(List<String> tags) {
        return String.join(SEPARATOR, tags);
    }

    /** As the columns are read: joined by the character no tag has. */
    public static List<String> tags(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR, -1));
    }

    /** Puts the parts, which come in order, into their wholes. */
    static List<Contract> assemble(List<Row> rows, Map<UUID, Items> items) {
        var contracts = new LinkedHashMap<Contract, LinkedHashMap<Dimension, List<Indicator>>>();
        for (var row : rows) {
            contracts
                    .computeIfAbsent(row.contract, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(row.dimension, _ -> new ArrayList<>())
                    .add(row.indicator);
        }
        var assembled = new ArrayList<Contract>(contracts.size());
        contracts.forEach((contract, dimensions) ->
                assembled.add(whole(contract, dimensions, items.getOrDefault(contract.id(), Items.NONE))));
        return assembled;
    }

    private static Contract whole(Contract contract, Map<Dimension, List<Indicator>> dimensions, Items items) {
        var parts = new ArrayList<Dimension>(dimensions.size());
        dimensions.forEach((dimension, indicators) -> parts.add(
                new Dimension(dimension.code(), dimension.name(), dimension.nameEn(), dimension.weight(), indicators)));
        return new Contract(
                contract.id(),
                contract.department(),
                contract.year(),
                contract.version(),
                contract.effectiveFrom(),
                contract.createdAt(),
                contract.createdBy(),
                contract.template(),
                new Terms(
                        parts, items.vetoes(), items.bonuses(), contract.terms().bonusCap()),
                contract.signatures());
    }

    /** The number as somebody would write it: no trailing zeros, no exponent. */
    public static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal number) {
        return number == null ? null : plain(number);
    }
}
