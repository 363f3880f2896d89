package org.huisheng.kpi.odata.query;

import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huisheng.kpi.odata.filter.Refusal;
import org.jspecify.annotations.Nullable;

/** The query of an address, taken apart. Options of nobody's, without a dollar sign, are let through unread. */
public final class QueryString {

    private static final Set<String> SUPPORTED =
            Set.of("$filter", "$select", "$orderby", "$top", "$skip", "$count", "$skiptoken", "$format");
    private static final Set<String> KNOWN_ELSEWHERE = Set.of(
            "$apply", "$compute", "$deltatoken", "$expand", "$id", "$index", "$levels", "$schemaversion", "$search");
    /** What belongs to one page and not to the question. */
    private static final Set<String> OF_ONE_PAGE = Set.of("$top", "$skip", "$skiptoken");

    private final Map<String, String> options;
    private final String raw;

    private QueryString(Map<String, String> options, String raw) {
        this.options = options;
        this.raw = raw;
    }

    /** @throws Refusal 400 if it cannot be read, 501 for an option of OData the feed has not got */
    public static QueryString parse(@Nullable String raw) {
        var options = new LinkedHashMap<String, String>();
        var rest = new ArrayList<String>();
        for (var part : raw == null ? new String[0] : raw.split("&")) {
            var name = decoded(part.contains("=") ? part.substring(0, part.indexOf('=')) : part);
            if (part.isEmpty()) {
                continue;
            }
            if (!OF_ONE_PAGE.contains(name)) {
                rest.add(part);
            }
            check(name);
            if (options.put(name, decoded(part.substring(Math.min(part.length(), part.indexOf('=') + 1)))) != null
                    && name.startsWith("$")) {
                throw Refusal.malformed("option-twice", name);
            }
        }
        return new QueryString(options, String.join("&", rest));
    }

    private static void check(String name) {
        if (KNOWN_ELSEWHERE.contains(name) || name.startsWith("@")) {
            throw Refusal.unsupported("option-not-supported", name);
        }
        if (name.startsWith("$") && !SUPPORTED.contains(name)) {
            throw Refusal.malformed("unknown-option", name);
        }
    }

    static String decoded(String text) {
        try {
            var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\0') >= 0) {
                throw Refusal.malformed("bad-encoding");
            }
            return decoded;
        } catch (IllegalArgumentException badPercent) {
            throw Refusal.malformed("bad-encoding");
        }
    }

    public @Nullable String option(String name) {
        return options.get(name);
    }

    /** @throws Refusal if there is an option that means nothing here */
    public void allowOnly(Set<String> allowed) {
        for (var name : options.keySet()) {
            if (name.startsWith("$") && !allowed.contains(name)) {
                throw Refusal.malformed("option-not-here", name);
            }
        }
    }

    /** The question without what belongs to one page, as it was written. */
    public String ofAllPages() {
        return raw;
    }

    /** The same as it was meant, to compare by. */
    String meaning() {
        return options.entrySet().stream()
                .filter(option -> !OF_ONE_PAGE.contains(option.getKey()))
                .map(option -> option.getKey() + '=' + option.getValue())
                .collect(joining("&"));
    }

    List<String> names() {
        return List.copyOf(options.keySet());
    }
}
