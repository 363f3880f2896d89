package org.huisheng.feedback.request;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Malformed;

/** The query of a request. An unknown parameter is refused: a filter silently ignored would show too much. */
public final class QueryParameters {

    private static final int LONGEST = 200;
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
            if (!names.contains(name)) {
                throw Malformed.query(name, "unknown-parameter", List.of(known));
            }
            if (given.size() != 1) {
                throw Malformed.query(name, "given-twice");
            }
        });
        return new QueryParameters(uri.getQueryParameters());
    }

    public Optional<String> text(String name) {
        var value = Optional.ofNullable(values.getFirst(name));
        if (value.filter(text -> text.isBlank() || text.indexOf('\0') >= 0).isPresent()) {
            throw Malformed.query(name, "blank");
        }
        if (value.filter(text -> text.length() > LONGEST).isPresent()) {
            throw Malformed.query(name, "too-long", LONGEST);
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
            throw Malformed.query(name, "out-of-range", min, max);
        });
    }

    /** Whether it says {@code true}; there is no other value. */
    public boolean isSet(String name) {
        return text(name)
                .map(text -> {
                    if (!text.equals("true")) {
                        throw notOneOf(name, List.of("true"));
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
                        .orElseThrow(() -> notOneOf(
                                name,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .toList())));
    }

    /** @param words what can be asked for instead */
    private static Malformed notOneOf(String name, List<String> words) {
        return Malformed.query(name, "not-one-of", words);
    }

    /** @param words the first of which is meant where nothing is said */
    public String oneOf(String name, String... words) {
        var said = text(name).orElse(words[0]);
        if (!List.of(words).contains(said)) {
            throw notOneOf(name, List.of(words));
        }
        return said;
    }

    public Optional<Boolean> truth(String name) {
        return text(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw notOneOf(name, List.of("true", "false"));
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
            throw Malformed.query(name, "not-a-month");
        });
    }

    public Optional<LocalDate> day(String name) {
        return text(name).map(text -> {
            try {
                var day = LocalDate.parse(text);
                if (Days.isThinkable(day)) {
                    return day;
                }
            } catch (DateTimeException notADay) {
                // Answered below like any other day out of range.
            }
            throw Malformed.query(name, "not-a-day");
        });
    }

    public Optional<UUID> id(String name) {
        return text(name).map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException notAnId) {
                throw Malformed.query(name, "not-an-id");
            }
        });
    }
}
