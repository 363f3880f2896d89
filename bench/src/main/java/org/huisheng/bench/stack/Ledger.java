package org.huisheng.bench.stack;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was acknowledged, to be found again in the database. */
public final class Ledger {

    private final Set<UUID> acknowledged = new HashSet<>();
    private int repeated;

    public void add(UUID id) {
        if (!acknowledged.add(id)) {
            repeated++;
        }
    }

    /** Prints what it finds. @return whether every acknowledged id is there exactly once */
    public boolean isKept(BenchStack stack) throws IOException, SQLException {
        return isKept(stack, List.of("response"));
    }

    /** @param tables among which the responses are spread */
    public boolean isKept(BenchStack stack, List<String> tables) throws IOException, SQLException {
        var everywhere = tables.stream()
                .map(table -> "SELECT response_id FROM " + table)
                .collect(Collectors.joining(" UNION ALL "));
        var missing = new HashSet<>(acknowledged);
        var twice = 0;
        var others = 0;
        try (var connection = stack.database("survey")) {
            connection.setAutoCommit(false);
            try (var select = connection.createStatement()) {
                select.setFetchSize(10_000);
                try (var rows = select.executeQuery(everywhere)) {
                    while (rows.next()) {
                        var id = rows.getObject(1, UUID.class);
                        if (!missing.remove(id)) {
                            twice += acknowledged.contains(id) ? 1 : 0;
                            others += acknowledged.contains(id) ? 0 : 1;
                        }
                    }
                }
            }
        }
        System.out.printf(
                "  counted afterwards: %d acknowledged, %d missing, %d twice, %d others%n",
                acknowledged.size(), missing.size(), twice, others);
        return missing.isEmpty() && twice == 0 && repeated == 0;
    }
}
