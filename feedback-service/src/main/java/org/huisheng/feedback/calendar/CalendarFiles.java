package org.huisheng.feedback.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.huisheng.feedback.calendar.WorkHours.Span;
import org.jspecify.annotations.Nullable;

/** The calendars that come with the service, read once; what is wrong with one shows at the start. */
@ApplicationScoped
class CalendarFiles {

    /** @param years of which there is a plan; a calendar without any knows no holidays and works every day */
    record Description(
            String code,
            String name,
            String nameEn,
            @Nullable List<List<LocalTime>> hours,
            @Nullable List<Integer> years) {

        WorkHours workHours() {
            return hours == null
                    ? WorkHours.ALL_DAY
                    : new WorkHours(hours.stream()
                            .map(span -> new Span(minute(span.getFirst()), minute(span.getLast())))
                            .toList());
        }

        private static int minute(LocalTime time) {
            return time.getHour() * 60 + time.getMinute();
        }
    }

    record Described(Description description, Map<Integer, YearPlan> plans) {
        boolean hasHolidays() {
            return description.years != null;
        }
    }

    private final ObjectMapper json;
    private final Map<String, Described> calendars = new LinkedHashMap<>();

    CalendarFiles(ObjectMapper json) {
        this.json = json;
        for (var description : read("calendars/calendars.json", Description[].class)) {
            calendars.put(description.code, new Described(description, plans(description.code, description)));
        }
    }

    Map<String, Described> all() {
        return calendars;
    }

    Optional<Described> find(String code) {
        return Optional.ofNullable(calendars.get(code));
    }

    private Map<Integer, YearPlan> plans(String code, Description description) {
        var plans = new TreeMap<Integer, YearPlan>();
        if (description.years != null) {
            var folder = "calendars/" + code.toLowerCase(Locale.ROOT) + "/";
            description.years.forEach(year -> plans.put(year, read(folder + year + ".json", YearPlan.class)));
        }
        return plans;
    }

    private <T> T read(String resource, Class<T> type) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var stream = Objects.requireNonNull(loader.getResourceAsStream(resource), resource)) {
            return json.readValue(stream, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }
}
