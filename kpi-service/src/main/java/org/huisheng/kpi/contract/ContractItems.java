package org.huisheng.kpi.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kpi.contract.VetoItem.Condition;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;
import org.jspecify.annotations.Nullable;

/** The veto and bonus items of all contracts. */
@ApplicationScoped
class ContractItems {

    private final Database database;

    ContractItems(Database database) {
        this.database = database;
    }

    record Items(List<VetoItem> vetoes, List<BonusItem> bonuses) {

        static final Items NONE = new Items(List.of(), List.of());
    }

    private record Row(
            UUID contract,
            @Nullable VetoItem veto,
            @Nullable BonusItem bonus) {}

    Map<UUID, Items> of(List<UUID> contracts) {
        if (contracts.isEmpty()) {
            return Map.of();
        }
        var rows = database.read("""
                SELECT contract_id, kind, code, name, name_en, ceiling, indicator, below, above, points
                FROM contract_item WHERE contract_id = ANY (?) ORDER BY contract_id, kind, position
                """, ContractItems::read, new SqlArray("uuid", contracts));
        var items = new HashMap<UUID, Items>();
        for (var row : rows) {
            var own = items.computeIfAbsent(row.contract, _ -> new Items(new ArrayList<>(), new ArrayList<>()));
            if (row.veto != null) {
                own.vetoes.add(row.veto);
            }
            if (row.bonus != null) {
                own.bonuses.add(row.bonus);
            }
        }
        return items;
    }

    private static Row read(ResultSet row) throws SQLException {
        var contract = row.getObject("contract_id", UUID.class);
        var code = row.getString("code");
        var name = row.getString("name");
        var nameEn = row.getString("name_en");
        return switch (ItemKind.valueOf(row.getString("kind"))) {
            case VETO ->
                new Row(
                        contract,
                        new VetoItem(
                                code, name, nameEn, ContractRows.plain(row.getBigDecimal("ceiling")), condition(row)),
                        null);
            case BONUS ->
                new Row(
                        contract,
                        null,
                        new BonusItem(code, name, nameEn, ContractRows.plain(row.getBigDecimal("points"))));
        };
    }

    private static @Nullable Condition condition(ResultSet row) throws SQLException {
        var indicator = row.getString("indicator");
        return indicator == null
                ? null
                : new Condition(
                        indicator,
                        ContractRows.plainOrNull(row.getBigDecimal("below")),
                        ContractRows.plainOrNull(row.getBigDecimal("above")));
    }

    void add(UUID contract, Terms terms) {
        for (var i = 0; i < terms.vetoItems().size(); i++) {
            add(contract, i, terms.vetoItems().get(i));
        }
        for (var i = 0; i < terms.bonusItems().size(); i++) {
            add(contract, i, terms.bonusItems().get(i));
        }
    }

    private void add(UUID contract, int position, VetoItem item) {
        var condition = item.condition();
        insert(
                contract,
                ItemKind.VETO,
                position,
                item.code(),
                item.name(),
                item.nameEn(),
                item.ceiling(),
                condition == null ? null : condition.indicator(),
                condition == null ? null : condition.below(),
                condition == null ? null : condition.above(),
                null);
    }

    private void add(UUID contract, int position, BonusItem item) {
        insert(
                contract,
                ItemKind.BONUS,
                position,
                item.code(),
                item.name(),
                item.nameEn(),
                null,
                null,
                null,
                null,
                item.points());
    }

    private void insert(
            UUID contract,
            ItemKind kind,
            int position,
            String code,
            String name,
            @Nullable String nameEn,
            @Nullable BigDecimal ceiling,
            @Nullable String indicator,
            @Nullable BigDecimal below,
            @Nullable BigDecimal above,
            @Nullable BigDecimal points) {
        database.write(
                """
                INSERT INTO contract_item (contract_id, kind, position, code, name, name_en, ceiling, indicator, below,
                    above, points)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, contract, kind.name(), position, code, name, nameEn, ceiling, indicator, below, above, points);
    }
}
