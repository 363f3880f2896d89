package org.huisheng.kpi.odata.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The functions a filter may call. */
public enum Function {
    CONTAINS(Type.BOOLEAN, Set.of(Type.STRING), 2),
    STARTSWITH(Type.BOOLEAN, Set.of(Type.STRING), 2),
    ENDSWITH(Type.BOOLEAN, Set.of(Type.STRING), 2),
    TOLOWER(Type.STRING, Set.of(Type.STRING), 1),
    TOUPPER(Type.STRING, Set.of(Type.STRING), 1),
    LENGTH(Type.INT32, Set.of(Type.STRING), 1),
    YEAR(Type.INT32, Set.of(Type.DATE_TIME, Type.DATE), 1),
    MONTH(Type.INT32, Set.of(Type.DATE_TIME, Type.DATE), 1),
    DAY(Type.INT32, Set.of(Type.DATE_TIME, Type.DATE), 1),
    HOUR(Type.INT32, Set.of(Type.DATE_TIME), 1),
    MINUTE(Type.INT32, Set.of(Type.DATE_TIME), 1),
    SECOND(Type.INT32, Set.of(Type.DATE_TIME), 1),
    DATE(Type.DATE, Set.of(Type.DATE_TIME), 1);

    /** OData has these too. */
    private static final Set<String> KNOWN_ELSEWHERE = Set.of(
            "concat",
            "indexof",
            "substring",
            "trim",
            "substringof",
            "matchesPattern",
            "fractionalseconds",
            "maxdatetime",
            "mindatetime",
            "now",
            "time",
            "totaloffsetminutes",
            "totalseconds",
            "ceiling",
            "floor",
            "round",
            "cast",
            "isof",
            "hassubset",
            "hassubsequence",
            "case");

    private final Type result;
    private final Set<Type> accepted;
    private final int arity;

    Function(Type result, Set<Type> accepted, int arity) {
        this.result = result;
        this.accepted = accepted;
        this.arity = arity;
    }

    Type result() {
        return result;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a null among its arguments is. */
    Type argument() {
        return accepted.contains(Type.STRING) ? Type.STRING : Type.DATE_TIME;
    }

    boolean accepts(List<Expression> arguments) {
        return arguments.size() == arity
                && arguments.stream()
                        .allMatch(argument -> argument.type() == Type.NULL || accepted.contains(argument.type()));
    }

    static Optional<Function> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.word().equals(name))
                .findFirst();
    }

    static boolean knownElsewhere(String name) {
        return KNOWN_ELSEWHERE.contains(name) || name.startsWith("geo.");
    }
}
