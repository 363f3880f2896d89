package org.huisheng.kpi.odata.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.filter.Key;
import org.huisheng.kpi.odata.filter.Refusal;

/** What a path below the service's root names. */
public sealed interface Address {

    /** The list of sets. */
    record Root() implements Address {}

    /** The description of the sets. */
    record Metadata() implements Address {}

    /** The rows of a set. */
    record Rows(EntitySet set) implements Address {}

    /** How many rows there are. */
    record Number(EntitySet set) implements Address {}

    /** The row with a key. */
    record Row(EntitySet set, Expression key) implements Address {}

    Pattern SEGMENT = Pattern.compile("([A-Za-z_$][A-Za-z0-9_.$]*)(?:\\((.*)\\))?");
    List<String> KNOWN_ELSEWHERE = List.of("$batch", "$crossjoin", "$all", "$entity", "$root");

    /** @param path below the root, not decoded, without a slash in front */
    static Address parse(String path, Map<String, EntitySet> sets) {
        var segments = Arrays.stream(path.split("/", -1))
                .map(segment -> QueryString.decoded(segment.replace("+", "%2B")))
                .toArray(String[]::new);
        if (path.isEmpty()) {
            return new Root();
        }
        var first = SEGMENT.matcher(segments[0]);
        if (!first.matches()) {
            throw Refusal.missing("no-such-resource", segments[0]);
        }
        var name = first.group(1);
        if (name.equals("$metadata") && segments.length == 1) {
            return new Metadata();
        }
        if (KNOWN_ELSEWHERE.contains(name)) {
            throw Refusal.unsupported("option-not-supported", name);
        }
        var set = sets.get(name);
        if (set == null) {
            throw Refusal.missing("no-such-resource", name);
        }
        return first.group(2) == null ? inSet(set, segments) : inRow(set, first.group(2), segments);
    }

    private static Address inSet(EntitySet set, String[] segments) {
        if (segments.length == 1) {
            return new Rows(set);
        }
        if (segments.length == 2 && segments[1].equals("$count")) {
            return new Number(set);
        }
        if (segments[1].startsWith("$")) {
            throw Refusal.unsupported("option-not-supported", segments[1]);
        }
        throw Refusal.missing("no-such-resource", segments[1]);
    }

    private static Address inRow(EntitySet set, String key, String[] segments) {
        var row = new Row(set, Key.parse(key, set.key()));
        if (segments.length == 1) {
            return row;
        }
        if (set.byName().containsKey(segments[1]) || segments[1].startsWith("$")) {
            throw Refusal.unsupported("option-not-supported", segments[1]);
        }
        throw Refusal.missing("no-such-resource", segments[1]);
    }
}
