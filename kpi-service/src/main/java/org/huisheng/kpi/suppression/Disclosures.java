package org.huisheng.kpi.suppression;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.ContractRows;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Changes;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;
import org.jspecify.annotations.Nullable;

/** What may be shown of each department's year, from the cells and contracts as the present transaction sees them. */
@ApplicationScoped
public class Disclosures {

    /** After all that are sealed, as those that are being sealed are. */
    private static final long OPEN = Long.MAX_VALUE;

    private static final long SEALING = OPEN - 1;

    private static final String ALL = """
            SELECT department, metric, side, month, NULL AS tag, n, sources FROM cell
            WHERE month BETWEEN ? AND ? AND (?::text IS NULL OR department = ?)
            """;
    private static final String TAGGED = """
            SELECT department, metric, side, month, tag, n, sources FROM tagged_cell
            WHERE month BETWEEN ? AND ? AND (?::text IS NULL OR department = ?) AND tag = ANY (?)
            """;
    private static final int MOST_YEARS = 100;

    private final Database database;
    private final Changes changes;
    private final Suppression suppression;
    private final Cache<Year, Map<String, Disclosure>> known =
            Caffeine.newBuilder().maximumSize(MOST_YEARS).build();

    Disclosures(Database database, Changes changes, Suppression suppression) {
        this.database = database;
        this.changes = changes;
        this.suppression = suppression;
    }

    /** All that a division rests on. @param changes counted so far */
    private record Year(int year, @Nullable String department, long changes) {}

    private record Published(String department, Sum sum) {}

    private record Counted(String department, String metric, Group group, long n, long sources) {

        /** What it is part of, whatever its tag. */
        List<Object> whole() {
            return List.of(department, metric, group.side(), group.month());
        }

        Counted without(Counted part) {
            return new Counted(department, metric, group, n - part.n, sources - part.sources);
        }

        boolean isNothing() {
            return n == 0 && sources == 0;
        }
    }

    /** The figures of each department, or of the one given, that may be shown for a period. */
    public Map<String, ShownFigures> during(Period period, @Nullable String department) {
        return during(period, department, Set.of());
    }

    /** The same as it will be once these months are sealed. */
    public Map<String, ShownFigures> during(Period period, @Nullable String department, Set<YearMonth> sealing) {
        var disclosures = sealing.isEmpty() ? of(period.year(), department) : of(period.year(), department, sealing);
        return disclosures.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, year -> year.getValue().during(period)));
    }

    /** Of one year of a department. @param tags of which rows are asked for, empty for all */
    public WithheldGroups withheld(int year, String department, Collection<String> tags) {
        return withheld(List.of(year), department, tags);
    }

    /** Of all years, of all departments or of the one given. */
    public WithheldGroups withheld(@Nullable String department) {
        var years = database.read("""
                SELECT DISTINCT extract(year FROM month)::int AS year FROM cell
                WHERE (n <> 0 OR sources <> 0) AND (?::text IS NULL OR department = ?)
                """, row -> row.getInt("year"), department, department);
        return withheld(years, department, List.of());
    }

    private WithheldGroups withheld(List<Integer> years, @Nullable String department, Collection<String> tags) {
        return new WithheldGroups(years.stream()
                .flatMap(year -> of(year, department).entrySet().stream())
                .flatMap(disclosure -> disclosure.getValue().withheld(disclosure.getKey(), tags))
                .toList());
    }

    /** Of all departments that have any cell in the year, or of the one given. */
    public Map<String, Disclosure> of(int year, @Nullable String department) {
        // Dividing takes long, and whoever reads a year reads many periods of it.
        return changes.ofSnapshot()
                .map(count -> known.get(new Year(year, department, count), _ -> of(year, department, Set.of())))
                .orElseGet(() -> of(year, department, Set.of()));
    }

    /** @param sealing months that are about to come under one seal */
    private Map<String, Disclosure> of(int year, @Nullable String department, Set<YearMonth> sealing) {
        var zones = zones(year, sealing);
        var sums = new HashMap<String, Set<Sum>>();
        for (var published : published(year, department)) {
            sums.computeIfAbsent(published.department, _ -> new HashSet<>()).add(published.sum);
        }
        var sources = new HashMap<String, Map<String, Map<Group, Long>>>();
        for (var counted : counted(year, department, sums)) {
            sources.computeIfAbsent(counted.department, _ -> new HashMap<>())
                    .computeIfAbsent(counted.metric, _ -> new HashMap<>())
                    .put(counted.group, counted.sources);
        }
        var disclosures = new HashMap<String, Disclosure>();
        sources.forEach((code, counted) ->
                disclosures.put(code, new Disclosure(counted, sums.getOrDefault(code, Set.of()), zones, suppression)));
        return disclosures;
    }

    /** Of a month the seal it is under: what a seal has shown is decided once. */
    private ToLongFunction<YearMonth> zones(int year, Set<YearMonth> sealing) {
        var sealed = new HashMap<YearMonth, Long>();
        database.read(
                "SELECT period, sequence FROM sealed_period WHERE period BETWEEN ? AND ?",
                row -> sealed.put(YearMonth.parse(row.getString("period")), row.getLong("sequence")),
                year + "-01",
                year + "-12");
        return month -> sealed.getOrDefault(month, sealing.contains(month) ? SEALING : OPEN);
    }

    /** Each group once: those of the tags its contracts name, and the rest. */
    private List<Counted> counted(int year, @Nullable String department, Map<String, Set<Sum>> sums) {
        var tags = new HashMap<String, Set<String>>();
        sums.forEach((code, published) -> tags.put(
                code,
                published.stream().flatMap(sum -> sum.slice().tags().stream()).collect(toSet())));
        var named = tags.values().stream().flatMap(Set::stream).distinct().toList();
        var parts = new ArrayList<>(
                named.isEmpty() ? List.of() : read(TAGGED, year, department, new SqlArray("text", named)));
        parts.removeIf(part -> !tags.getOrDefault(part.department, Set.of()).contains(part.group.tag()));
        var rest = new HashMap<List<Object>, Counted>();
        read(ALL, year, department).forEach(all -> rest.put(all.whole(), all));
        parts.forEach(part -> rest.computeIfPresent(part.whole(), (_, all) -> all.without(part)));
        parts.addAll(rest.values());
        parts.removeIf(Counted::isNothing);
        return parts;
    }

    private List<Counted> read(String sql, int year, @Nullable String department, Object... further) {
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(LocalDate.of(year, 1, 1));
        parameters.add(LocalDate.of(year, 12, 1));
        parameters.add(department);
        parameters.add(department);
        parameters.addAll(List.of(further));
        return database.read(
                sql,
                row -> new Counted(
                        row.getString("department"),
                        row.getString("metric"),
                        new Group(
                                Side.valueOf(row.getString("side")),
                                YearMonth.from(row.getObject("month", LocalDate.class)),
                                row.getString("tag")),
                        row.getLong("n"),
                        row.getLong("sources")),
                parameters.toArray());
    }

    /** By any version of a contract: what an earlier one showed has been seen. */
    private List<Published> published(int year, @Nullable String department) {
        return database.read("""
                SELECT DISTINCT department, metric, coalesce(denominator_metric, metric) AS sample_metric,
                       array_to_string(sides, ',') AS sides,
                       array_to_string(tags, E'\\x1f') AS tags
                FROM contract JOIN contract_indicator ON contract_id = id
                WHERE year = ? AND (?::text IS NULL OR department = ?)
                """, Disclosures::published, year, department, department);
    }

    private static Published published(ResultSet row) throws SQLException {
        var sides = Arrays.stream(row.getString("sides").split(",", -1))
                .map(Side::valueOf)
                .toList();
        return new Published(
                row.getString("department"),
                new Sum(
                        row.getString("metric"),
                        row.getString("sample_metric"),
                        new Slice(sides, ContractRows.tags(row.getString("tags")))));
    }
}
