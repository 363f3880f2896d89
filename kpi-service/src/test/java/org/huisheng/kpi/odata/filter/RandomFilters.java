package org.huisheng.kpi.odata.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Filters of any shape, over few values, so that they meet. */
record RandomFilters(RandomGenerator random) {

    private static final Map<Type, List<String>> LITERALS = Map.of(
            Type.STRING, List.of("''", "'a'", "'A'", "'ab'", "'配电'", "'O''N'", "'%_'", "'\uD83D\uDE00'", "'Ä'"),
            Type.INT32, List.of("0", "-1", "1", "2", "1.5", "26", "2026"),
            Type.DECIMAL, List.of("0", "1.50", "-1", "1e2", "66.666667"),
            Type.DATE_TIME,
                    List.of(
                            "2026-11-25T15:59:59.999999Z",
                            "2026-11-26T00:00:00+08:00",
                            "2026-01-01T00:00:30-05:00",
                            "1999-12-31T23:59:59Z"),
            Type.DATE, List.of("2026-11-26", "2026-11-25", "2026-01-01", "2000-02-29"),
            Type.BOOLEAN, List.of("true", "false"),
            Type.GUID, List.of("0199b4a0-7c1e-7d3a-9a52-2f6d1c0b9e09", "f199b4a0-7c1e-7d3a-9a52-2f6d1c0b9e09"));

    Map<String, Object> row(int number) {
        var row = new HashMap<String, Object>();
        row.put("number", number);
        for (var column : Columns.ALL) {
            var absent = column.nullable() && random.nextInt(3) == 0;
            row.put(column.name(), absent ? null : valueOf(any(LITERALS.get(column.type()))));
        }
        return row;
    }

    private static Object valueOf(String literal) {
        return switch (literal) {
            case "true" -> true;
            case "false" -> false;
            default -> Lexer.tokens(literal).getFirst().value();
        };
    }

    String condition(int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(9)) {
            case 0 -> comparison(depth);
            case 1 ->
                "%s(%s, %s)"
                        .formatted(
                                any(List.of("contains", "startswith", "endswith")),
                                operand(Type.STRING, depth),
                                operand(Type.STRING, depth));
            case 2 -> any(List.of("active", "agreed", "null eq null", "true", "false"));
            case 3, 4 -> "(%s and %s)".formatted(condition(depth - 1), condition(depth - 1));
            case 5, 6 -> "(%s or %s)".formatted(condition(depth - 1), condition(depth - 1));
            case 7 -> "not (%s)".formatted(condition(depth - 1));
            default -> comparison(depth);
        };
    }

    private String comparison(int depth) {
        var type = any(List.copyOf(LITERALS.keySet()));
        if (random.nextInt(5) == 0) {
            return "%s in (%s, %s)".formatted(operand(type, depth), literal(type), literal(type));
        }
        var operators = type == Type.GUID || type == Type.BOOLEAN
                ? List.of("eq", "ne")
                : List.of("eq", "ne", "gt", "ge", "lt", "le");
        return "%s %s %s".formatted(operand(type, depth), any(operators), operand(type, depth));
    }

    private String operand(Type type, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> literal(type);
            case 1, 2, 3 -> property(type);
            default -> function(type, depth - 1);
        };
    }

    private String literal(Type type) {
        return random.nextInt(8) == 0 ? "null" : any(LITERALS.get(type));
    }

    private String property(Type type) {
        return any(Columns.ALL.stream()
                        .filter(column -> column.type() == type
                                || type.numeric() && column.type().numeric())
                        .toList())
                .name();
    }

    private String function(Type type, int depth) {
        return switch (type) {
            case STRING -> "%s(%s)".formatted(any(List.of("tolower", "toupper")), operand(Type.STRING, depth));
            case INT32, INT64, DECIMAL ->
                switch (random.nextInt(3)) {
                    case 0 -> "length(%s)".formatted(operand(Type.STRING, depth));
                    case 1 -> "%s(%s)".formatted(any(List.of("year", "month", "day")), operand(Type.DATE, depth));
                    default ->
                        "%s(%s)"
                                .formatted(
                                        any(List.of("year", "month", "day", "hour", "minute", "second")),
                                        operand(Type.DATE_TIME, depth));
                };
            case DATE -> "date(%s)".formatted(operand(Type.DATE_TIME, depth));
            default -> property(type);
        };
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
