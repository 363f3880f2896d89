package org.huisheng.feedback.request;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Malformed;

/** The query of a request. An unknown parameter is refused: a filter silently ignored would show too much. */
public final class QueryParameters {

    private static final int OLDEST = 2000;
    private static final int NEWEST = 2100;

    private final MultivaluedMap<String, String> values;

    private QueryParameters(MultivaluedMap<String, String> values) {
        this.values = values;
    }

    /** @throws Malformed if a parameter is not known or is given twice */
    public static QueryParameters of(UriInfo uri, String... known) {
        var names = Set.of(known);
        uri.getQueryParameters().forEach((name, given) -> {
            if (!names.contains(name) || given.size() != 1) {
                throw new Malformed("bad-query", name);
            }
        });
        return new QueryParameters(uri.getQueryParameters());
    }

    public Optional<String> text(String name) {
        var value = Optional.ofNullable(values.getFirst(name));
        if (value.filter(text -> text.isBlank() || text.length() > 200 || text.indexOf('\0') >= 0)
                .isPresent()) {
            throw new Malformed("bad-query", name);
        }
        return value;
    }

    public Optional<Integer> number(String name, int min, int max) {
        return text(name).map(text -> {
            try {
                var number = Integer.parseInt(text);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // Answered below like any other value out of range.
            }
            throw new Malformed("bad-query", name);
        });
    }

    /** Whether it says {@code true}; there is no other value. */
    public boolean isSet(String name) {
        return text(name)
                .map(text -> {
                    if (!text.equals("true")) {
                        throw new Malformed("bad-query", name);
                    }
                    return true;
                })
                .orElse(false);
    }

    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name)
                .map(text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new Malformed("bad-query", name)));
    }

    public Optional<Boolean> truth(String name) {
        return text(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Malformed("bad-query", name);
        });
    }

    public Optional<YearMonth> month(String name) {
        return text(name).map(text -> {
            try {
                var month = YearMonth.parse(text);
                if (month.getYear() >= OLDEST && month.getYear() < NEWEST) {
                    return month;
                }
            } catch (DateTimeException notAMonth) {
                // Answered below like any other month out of range.
            }
            throw new Malformed("bad-query", name);
        });
    }

    public Optional<UUID> id(String name) {
        return text(name).map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException notAnId) {
                throw new Malformed("bad-query", name);
            }
        });
    }
}
