package org.huisheng.kpi.contract.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huisheng.kpi.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * What is different in a later version, or in another department's contract. Parts are found by their codes, wherever they
 * stand.
 */
record Comparison(Side before, Side after, List<Difference> differences) {

    record Side(UUID id, String department, int year, int version, boolean signed) {

        static Side of(Contract contract) {
            return new Side(
                    contract.id(), contract.department(), contract.year(), contract.version(), contract.signed());
        }
    }

    enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * @param path JSON pointer, with codes in the place of numbers: {@code /dimensions/MANAGEMENT/indicators/service/weight}
     * @param before null for what was added, else what stood there, a part as a whole
     * @param after null for what was removed
     */
    record Difference(
            String path,
            Kind kind,
            @Nullable Object before,
            @Nullable Object after) {}

    /** The terms as JSON, of which {@code before} and {@code after} were made. */
    static Comparison of(Contract before, JsonNode beforeTerms, Contract after, JsonNode afterTerms) {
        var differences = new ArrayList<Difference>();
        compare("", beforeTerms, afterTerms, differences);
        return new Comparison(Side.of(before), Side.of(after), differences);
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<Difference> differences) {
        if (isMissing(before) && isMissing(after) || before.equals(after)) {
            return;
        }
        if (isMissing(before)) {
            differences.add(new Difference(path, Kind.ADDED, null, after));
        } else if (isMissing(after)) {
            differences.add(new Difference(path, Kind.REMOVED, before, null));
        } else if (before.isObject() && after.isObject()) {
            var names = new TreeSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + "/" + name, before.path(name), after.path(name), differences));
        } else if (hasCodes(before) && hasCodes(after)) {
            parts(path, before, after, differences);
        } else if (!isReordered(before, after)) {
            differences.add(new Difference(path, Kind.CHANGED, before, after));
        }
    }

    private static boolean isReordered(JsonNode before, JsonNode after) {
        return before.isArray() && after.isArray() && elements(before).equals(elements(after));
    }

    private static Set<JsonNode> elements(JsonNode list) {
        var elements = new HashSet<JsonNode>();
        list.forEach(elements::add);
        return elements;
    }

    private static void parts(String path, JsonNode before, JsonNode after, List<Difference> differences) {
        var codes = new TreeSet<String>();
        before.forEach(part -> codes.add(part.path("code").asText()));
        after.forEach(part -> codes.add(part.path("code").asText()));
        codes.forEach(code -> compare(path + "/" + code, part(before, code), part(after, code), differences));
    }

    private static JsonNode part(JsonNode parts, String code) {
        for (var part : parts) {
            if (part.path("code").asText().equals(code)) {
                return part;
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean isMissing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** An empty list may hold parts as well as anything else. */
    private static boolean hasCodes(JsonNode list) {
        return list.isArray() && (list.isEmpty() || list.get(0).has("code"));
    }
}
