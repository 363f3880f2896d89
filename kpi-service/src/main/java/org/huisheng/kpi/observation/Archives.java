package org.huisheng.kpi.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Gone;
import org.huisheng.kpi.observation.FrozenMonths.Frozen;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;

/** Months whose observations were handed over as a file. */
@ApplicationScoped
public class Archives {

    private final Database database;

    Archives(Database database) {
        this.database = database;
    }

    private record Key(UUID eventId, int ordinal, YearMonth month) {}

    /** @throws Gone if observations that count in the period are in an archive */
    public void requireKept(Period period) {
        requireNone("SELECT name FROM archive WHERE month BETWEEN ? AND ? ORDER BY month LIMIT 1", period);
    }

    /** @throws Gone if observations that belong to the period, wherever they count, are in an archive */
    public void requireWhole(Period period) {
        requireKept(period);
        requireNone("""
                SELECT name FROM archive JOIN late_month USING (month)
                WHERE belongs_to BETWEEN ? AND ? ORDER BY month LIMIT 1
                """, period);
    }

    private void requireNone(String names, Period period) {
        database.read(names, row -> row.getString("name"), period.from(), period.to()).stream()
                .findFirst()
                .ifPresent(name -> {
                    throw new Gone("archived", period.text(), name);
                });
    }

    /** Without those that are known to have been archived, which a replay brings again. */
    List<Observation> without(List<Observation> incoming, Frozen frozen) {
        var suspects = incoming.stream()
                .filter(observation -> frozen.archived().contains(observation.month()))
                .toList();
        if (suspects.isEmpty()) {
            return incoming;
        }
        var known = new HashSet<>(database.read(
                "SELECT event_id, unnest(ordinals) AS ordinal, belongs_to FROM archived_event WHERE event_id = ANY (?)",
                row -> new Key(
                        row.getObject("event_id", UUID.class),
                        row.getInt("ordinal"),
                        FrozenMonths.month(row, "belongs_to")),
                new SqlArray(
                        "uuid",
                        suspects.stream().map(Observation::eventId).distinct().toList())));
        return incoming.stream().filter(one -> !known.contains(key(one))).toList();
    }

    private static Key key(Observation observation) {
        return new Key(observation.eventId(), observation.ordinal(), observation.month());
    }
}
