package org.huisheng.kpi.odata.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.filter.Parser;
import org.huisheng.kpi.odata.filter.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes a query of the options in an address. */
public final class Reading {

    private static final Set<String> OF_ONE_ROW = Set.of("$select", "$format");
    private static final Set<String> OF_A_NUMBER = Set.of("$filter", "$format");
    private static final int MOST_DIGITS = 9;

    private Reading() {}

    /** @param reader whose rows the answer is limited to; a page of one is none of another */
    public static Query collection(EntitySet set, QueryString options, int pageSize, String reader) {
        var order = order(set, options.option("$orderby"));
        var token = options.option("$skiptoken");
        if (token != null && (options.option("$top") != null || options.option("$skip") != null)) {
            throw Refusal.malformed("bad-skiptoken");
        }
        return new Query(
                set,
                filter(set, options),
                select(set, options.option("$select")),
                order,
                number("$top", options.option("$top")),
                orZero(number("$skip", options.option("$skip"))),
                truth("$count", options.option("$count")),
                token == null ? null : SkipToken.decode(token, order, binding(set, options, reader)),
                pageSize);
    }

    public static Query one(EntitySet set, Expression key, QueryString options) {
        options.allowOnly(OF_ONE_ROW);
        return Query.one(set, key, select(set, options.option("$select")));
    }

    /** The filter of {@code /Set/$count}, null for none. */
    public static @Nullable Expression counted(EntitySet set, QueryString options) {
        options.allowOnly(OF_A_NUMBER);
        return filter(set, options);
    }

    /** What a skip token belongs to. */
    public static String binding(EntitySet set, QueryString options, String reader) {
        return set.name() + '?' + options.meaning() + '\n' + reader;
    }

    private static @Nullable Expression filter(EntitySet set, QueryString options) {
        var text = options.option("$filter");
        return text == null ? null : Parser.parse(text, set.byName());
    }

    private static List<Column> select(EntitySet set, @Nullable String text) {
        if (text == null) {
            return set.columns();
        }
        var selected = new LinkedHashSet<Column>();
        for (var item : text.split(",", -1)) {
            var name = item.strip();
            if (name.equals("*")) {
                selected.addAll(set.columns());
            } else {
                refusePath(name);
                selected.add(set.require(name));
            }
        }
        return List.copyOf(selected);
    }

    private static List<Order> order(EntitySet set, @Nullable String text) {
        var order = new ArrayList<Order>();
        for (var item : text == null ? new String[0] : text.split(",", -1)) {
            order.add(oneOrder(set, item));
        }
        for (var column : set.key()) {
            if (order.stream().noneMatch(by -> by.column().equals(column))) {
                order.add(new Order(column, false));
            }
        }
        return order;
    }

    private static Order oneOrder(EntitySet set, String item) {
        var words = item.strip().split("[ \t]+");
        refusePath(words[0]);
        var column = set.require(words[0]);
        if (words.length > 2 || words.length == 2 && !words[1].equals("asc") && !words[1].equals("desc")) {
            throw Refusal.malformed("bad-orderby", item.strip());
        }
        return new Order(column, words.length == 2 && words[1].equals("desc"));
    }

    private static void refusePath(String name) {
        if (name.contains("/") || name.contains("(")) {
            throw Refusal.unsupported("filter-part-not-supported", name);
        }
    }

    private static @Nullable Long number(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1," + MOST_DIGITS + "}")) {
            throw Refusal.malformed("bad-option", option, text);
        }
        return Long.valueOf(text);
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private static boolean truth(String option, @Nullable String text) {
        return switch (text) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.malformed("bad-option", option, text);
        };
    }
}
