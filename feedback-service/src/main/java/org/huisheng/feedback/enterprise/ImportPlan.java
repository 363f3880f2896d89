package org.huisheng.feedback.enterprise;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huisheng.feedback.enterprise.Enterprise.Profile;
import org.huisheng.feedback.sheet.Sheet;
import org.huisheng.feedback.sheet.Sheet.Row;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What would become of each row of a table: the same for a trial and in earnest.
 *
 * @param ignored columns that nobody knows
 */
record ImportPlan(List<String> ignored, List<Planned> rows) {

    /** What becomes of one row. */
    sealed interface Planned {
        int row();

        /** Which enterprise, as far as the row says it. */
        @Nullable
        String name();

        record Created(int row, Profile profile) implements Planned {
            @Override
            public String name() {
                return profile.name();
            }
        }

        /** @param changes fields that would be others */
        record Updated(int row, Enterprise enterprise, Profile profile, List<String> changes) implements Planned {
            @Override
            public String name() {
                return profile.name();
            }
        }

        record Unchanged(int row, Enterprise enterprise) implements Planned {
            @Override
            public String name() {
                return enterprise.name();
            }
        }

        record Refused(int row, @Nullable String name, List<Violation> violations) implements Planned {}
    }

    /** An enterprise is found again by these. */
    record Key(String park, String name) {
        static Key of(Enterprise enterprise) {
            return new Key(enterprise.park(), enterprise.name());
        }
    }

    /**
     * @param parks code of each by code and by name
     * @throws RuleViolated if the table says not which park or enterprise
     */
    static ImportPlan of(Sheet sheet, Map<String, String> parks, Map<Key, Enterprise> known) {
        var ignored = new ArrayList<String>();
        var columns = columns(sheet, ignored);
        var rows = new ArrayList<Planned>();
        var seen = new HashMap<Key, Integer>();
        for (var row : sheet.rows()) {
            rows.add(planned(row, cells(row, columns), parks, known, seen));
        }
        return new ImportPlan(List.copyOf(ignored), List.copyOf(rows));
    }

    private static Map<Integer, ImportColumn> columns(Sheet sheet, List<String> ignored) {
        var columns = new LinkedHashMap<Integer, ImportColumn>();
        var wrong = new ArrayList<Violation>();
        for (var i = 0; i < sheet.columns().size(); i++) {
            var header = sheet.columns().get(i);
            var column = ImportColumn.called(header).orElse(null);
            if (column == null) {
                if (!header.isEmpty()) {
                    ignored.add(header);
                }
            } else if (columns.containsValue(column)) {
                wrong.add(new Violation("/columns/" + i, "column-twice", header));
            } else {
                columns.put(i, column);
            }
        }
        for (var needed : List.of(ImportColumn.PARK, ImportColumn.NAME)) {
            if (!columns.containsValue(needed)) {
                wrong.add(new Violation("/columns", "missing-column", needed.told()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new RuleViolated(wrong);
        }
        return columns;
    }

    private static Map<ImportColumn, String> cells(Row row, Map<Integer, ImportColumn> columns) {
        var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
        columns.forEach((at, column) -> {
            if (!row.cell(at).isEmpty()) {
                cells.put(column, row.cell(at));
            }
        });
        return cells;
    }

    private static Planned planned(
            Row row,
            Map<ImportColumn, String> cells,
            Map<String, String> parks,
            Map<Key, Enterprise> known,
            Map<Key, Integer> seen) {
        var name = cells.get(ImportColumn.NAME);
        try {
            var line = ImportLine.of(cells, parks);
            var key = new Key(line.park(), line.name());
            var before = seen.putIfAbsent(key, row.number());
            if (before != null) {
                var twice = new Violation(ImportColumn.NAME.path(), "named-in-row", before);
                return new Planned.Refused(row.number(), name, List.of(twice));
            }
            return planned(row.number(), known.get(key), line);
        } catch (RuleViolated refusal) {
            return new Planned.Refused(row.number(), name, refusal.violations());
        }
    }

    private static Planned planned(int row, @Nullable Enterprise enterprise, ImportLine line) {
        var profile = line.over(enterprise);
        if (enterprise == null) {
            return new Planned.Created(row, profile);
        }
        var changes = changes(enterprise, profile);
        return changes.isEmpty()
                ? new Planned.Unchanged(row, enterprise)
                : new Planned.Updated(row, enterprise, profile, changes);
    }

    private static List<String> changes(Enterprise enterprise, Profile next) {
        var changes = new ArrayList<String>();
        if (!Objects.equals(enterprise.trade().orElse(null), next.trade())) {
            changes.add("trade");
        }
        if (enterprise.size().orElse(null) != next.size()) {
            changes.add("size");
        }
        if (enterprise.isActive() != next.active()) {
            changes.add("active");
        }
        if (!enterprise.contacts().equals(next.contacts())) {
            changes.add("contacts");
        }
        return changes;
    }
}
