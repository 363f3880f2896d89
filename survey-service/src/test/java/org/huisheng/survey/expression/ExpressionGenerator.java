package org.huisheng.survey.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/** Expressions and the values they speak of, leaning to where JavaScript surprises. */
final class ExpressionGenerator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NAMES =
            List.of("a", "b", "c", "list", "rows", "day", "obj", "missing", "Q 1", "x.y");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "A",
            "ab",
            "abc",
            "ABC ",
            " b",
            "1",
            "01",
            "1.0",
            "1,5",
            "0",
            "0x1f",
            "-2",
            "+3",
            "1e2",
            "1/2",
            "true",
            "False",
            "'q'",
            "\"q\"",
            "undefined",
            "null",
            "2024-01-31",
            "2024-02-30",
            "2026-11-22",
            "2026-11-22T10:30",
            "2024/1/2",
            "满意",
            "不满意",
            "1234567890123456",
            "12abc",
            ".5",
            "-",
            "NaN",
            "Infinity");
    private static final List<String> COMPARISONS = List.of(
            "=",
            "==",
            "!=",
            "<>",
            "<",
            ">",
            "<=",
            ">=",
            "=>",
            "=<",
            "equal",
            "equals",
            "notequal",
            "notequals",
            "less",
            "greater",
            "lessorequal",
            "greaterorequal",
            "EQUAL");
    private static final List<String> LIST_OPERATORS =
            List.of("contains", "*=", "contain", "notcontains", "notcontain", "anyof", "allof", "noneof", "AnyOf");
    private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%", "^", "power");
    private static final List<String> LOGIC = List.of("and", "or", "&&", "||", "AND", "Or");
    private static final List<String> UNITS =
            List.of("'days'", "'months'", "'years'", "'hours'", "'minutes'", "'seconds'");

    private final RandomGenerator random;

    ExpressionGenerator(RandomGenerator random) {
        this.random = random;
    }

    ObjectNode values() {
        var values = JSON.objectNode();
        for (var name : NAMES) {
            if (!name.equals("missing") && random.nextInt(5) > 0) {
                values.set(
                        name,
                        switch (name) {
                            case "list" -> list(false);
                            case "rows" -> rows();
                            case "day" -> JSON.textNode(day());
                            case "obj" -> row();
                            default -> value();
                        });
            }
        }
        return values;
    }

    private JsonNode value() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> JSON.textNode(pick(TEXTS));
            case 4, 5 -> JSON.numberNode(random.nextInt(-3, 8));
            case 6 ->
                JSON.numberNode(new java.math.BigDecimal(
                        pick(List.of("0.1", "0.2", "1.005", "2.675", "-1.5", "1e21", "1.5e-7", "123456.789"))));
            case 7 -> JSON.booleanNode(random.nextBoolean());
            case 8 -> JSON.nullNode();
            case 9 -> list(random.nextBoolean());
            case 10 -> row();
            default -> JSON.numberNode(0);
        };
    }

    private JsonNode list(boolean nested) {
        var list = JSON.arrayNode();
        for (var count = random.nextInt(4); count > 0; count--) {
            list.add(
                    nested
                            ? value()
                            : random.nextBoolean() ? JSON.textNode(pick(TEXTS)) : JSON.numberNode(random.nextInt(5)));
        }
        return list;
    }

    private JsonNode rows() {
        var rows = JSON.arrayNode();
        for (var count = random.nextInt(4); count > 0; count--) {
            rows.add(row());
        }
        return rows;
    }

    private ObjectNode row() {
        var row = JSON.objectNode();
        for (var field : List.of("a", "n", "Kind")) {
            if (random.nextInt(4) > 0) {
                row.set(field, random.nextBoolean() ? JSON.numberNode(random.nextInt(6)) : JSON.textNode(pick(TEXTS)));
            }
        }
        return row;
    }

    String expression() {
        return expression(random.nextInt(1, 4));
    }

    private String expression(int depth) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> operand(depth) + blank() + pick(COMPARISONS) + " " + operand(depth);
            case 3, 4 -> operand(depth) + " " + pick(LIST_OPERATORS) + " " + operand(depth);
            case 5 -> "(" + operand(depth) + ") " + pick(LOGIC) + " " + operand(depth);
            case 6 -> operand(depth) + " " + pick(ARITHMETIC) + " " + operand(depth);
            case 7 -> atom() + " " + pick(List.of("empty", "notempty", "Empty"));
            case 8 -> pick(List.of("!", "negate ", "! ")) + operand(depth);
            default -> operand(depth);
        };
    }

    private String operand(int depth) {
        if (depth <= 0 || random.nextInt(3) == 0) {
            return random.nextInt(6) == 0 ? array() : atom();
        }
        return random.nextInt(3) == 0 ? call(depth - 1) : "(" + expression(depth - 1) + ")";
    }

    private String atom() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> variable();
            case 5 -> Integer.toString(random.nextInt(-3, 12));
            case 6 -> pick(List.of("0.5", "1.25", "true", "FALSE", "0x10", "abc", "A1", "''", "\"\"", "100", "-0.1"));
            default -> quoted(pick(TEXTS));
        };
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "''" : "'" + text.replace("'", "\\'").replace("\"", "\\\"") + "'";
    }

    private String variable() {
        var name = pick(NAMES);
        var suffix = switch (name) {
            case "list" -> pick(List.of("", "", "[0]", "[1]", "[-1]", ".length", "[9]", ".0"));
            case "rows" -> pick(List.of("", "[0].a", "[1].n", "[-1].kind", ".length", "[0].A", "[2]"));
            case "obj" -> pick(List.of("", ".a", ".N", ".kind", ".zzz", ".a.b"));
            default -> "";
        };
        var cased = random.nextInt(6) == 0 ? name.toUpperCase(java.util.Locale.ROOT) : name;
        return "{" + (random.nextInt(12) == 0 ? "#" : "") + cased + suffix + "}";
    }

    private String array() {
        return switch (random.nextInt(4)) {
            case 0 -> "[" + atom() + "]";
            case 1 -> "[" + atom() + ", " + atom() + "]";
            case 2 -> "['a', 'b', " + atom() + "]";
            default -> "[]";
        };
    }

    private String day() {
        return pick(List.of(
                "2024-01-31", "2024-02-29", "1990-05-06", "2026-11-22", "2026-11-23T08:15", "2026-11-22T00:00"));
    }

    private String date() {
        return switch (random.nextInt(5)) {
            case 0 -> "today()";
            case 1 -> "currentDate()";
            case 2 -> "{day}";
            case 3 -> "getDate('" + day() + "')";
            default -> "'" + day() + "'";
        };
    }

    private String call(int depth) {
        return switch (random.nextInt(18)) {
            case 0, 1 -> "iif(" + expression(depth) + ", " + operand(depth) + ", " + operand(depth) + ")";
            case 2 -> pick(List.of("sum", "avg", "min", "max", "count")) + "({list}, " + random.nextInt(9) + ", {c})";
            case 3 -> pick(List.of("min", "max", "count")) + "(" + operand(depth) + ", " + operand(depth) + ")";
            case 4 -> "round(" + random.nextInt(-999, 999) / 7.0 + ", " + random.nextInt(4) + ")";
            case 5 -> "trunc({c}, " + random.nextInt(3) + ")";
            case 6, 7 ->
                pick(List.of("sumInArray", "countInArray", "avgInArray", "minInArray", "maxInArray")) + "({rows}, '"
                        + pick(List.of("a", "n", "Kind")) + "'" + filter() + ")";
            case 8 -> "dateDiff(" + date() + ", " + date() + ", " + pick(UNITS) + ")";
            case 9 -> "dateAdd(" + date() + ", " + random.nextInt(-40, 40) + ", " + pick(UNITS) + ")";
            case 10 -> "age(" + date() + pick(List.of("", ", 'months'", ", 'years'", ", 'days'")) + ")";
            case 11 -> "diffDays(" + date() + ", " + date() + ")";
            case 12 -> pick(List.of("year", "month", "day", "weekday", "getYear")) + "(" + date() + ")";
            case 13 ->
                pick(List.of(
                        "year()",
                        "month()",
                        "currentYear()",
                        "today(" + random.nextInt(-5, 5) + ")",
                        "today()",
                        "isDisplayMode()"));
            case 14 -> "substring('abcdef', " + random.nextInt(-1, 7) + pick(List.of("", ", 3", ", 0", ", 99")) + ")";
            case 15 -> "getDate(" + operand(0) + ")";
            case 16 ->
                pick(List.of(
                        "round({c}, 2)",
                        "displayValue('a')",
                        "displayValue(a, {b})",
                        "propertyValue('a', 'title')",
                        "isContainerReady('p')"));
            default -> "iif(" + variable() + " notempty, 'yes', 'no')";
        };
    }

    private String filter() {
        return switch (random.nextInt(5)) {
            case 0 -> ", {a} > 1";
            case 1 -> ", '{n} notempty'";
            case 2 -> ", 'n'";
            case 3 -> ", {kind} = 'a' or {n} < {b}";
            default -> "";
        };
    }

    private String blank() {
        return random.nextInt(10) == 0 ? "  " : " ";
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
