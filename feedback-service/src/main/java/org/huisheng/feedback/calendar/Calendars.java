package org.huisheng.feedback.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.huisheng.feedback.calendar.CalendarFiles.Described;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** The calendars as files and entered years make them. */
@ApplicationScoped
public class Calendars implements PanacheRepositoryBase<CalendarYear, CalendarYear.Key> {

    /** A year entered at another instance is known here after this long at most; running clocks are not moved by it. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final CalendarFiles files;
    private final ObjectMapper json;
    private final Clock clock;
    private volatile @Nullable Known known;

    Calendars(CalendarFiles files, ObjectMapper json, Clock clock) {
        this.files = files;
        this.json = json;
        this.clock = clock;
    }

    /** @param revision how often somebody has entered it; 0 as the files say it, or as nobody does */
    record Year(YearPlan plan, long revision) {}

    private record Known(Instant at, Map<String, BusinessCalendar> calendars) {}

    /** @throws NotFound if there is no such calendar */
    @Transactional
    public BusinessCalendar require(String code) {
        var calendar = all().get(code);
        if (calendar == null) {
            throw new NotFound("calendar", code);
        }
        return calendar;
    }

    public boolean has(String code) {
        return files.find(code).isPresent();
    }

    @Transactional
    public Collection<BusinessCalendar> list() {
        return all().values();
    }

    /** What is known of each year of a calendar, those entered in the place of those in the files. */
    @Transactional
    Map<Integer, YearPlan> plans(String code) {
        var described = files.find(code).orElseThrow(() -> new NotFound("calendar", code));
        var plans = new TreeMap<>(described.plans());
        list("calendar = ?1 order by year", code).forEach(entered -> plans.put(entered.year(), read(entered.plan())));
        return plans;
    }

    /** One of them. */
    @Transactional
    Optional<Year> year(String code, int year) {
        var described = files.find(code).orElseThrow(() -> new NotFound("calendar", code));
        return findByIdOptional(new CalendarYear.Key(code, year))
                .map(entered -> new Year(read(entered.plan()), entered.revision()))
                .or(() -> Optional.ofNullable(described.plans().get(year)).map(plan -> new Year(plan, 0)));
    }

    void forget() {
        known = null;
    }

    private Map<String, BusinessCalendar> all() {
        var now = clock.instant();
        var present = known;
        if (present == null || !now.isBefore(present.at.plus(REMEMBERED)) || now.isBefore(present.at)) {
            present = new Known(now, build());
            known = present;
        }
        return present.calendars;
    }

    private Map<String, BusinessCalendar> build() {
        var calendars = new LinkedHashMap<String, BusinessCalendar>();
        files.all().forEach((code, described) -> calendars.put(code, build(code, described)));
        return calendars;
    }

    private BusinessCalendar build(String code, Described described) {
        var days = described.hasHolidays() ? WorkingDays.Planned.of(plans(code)) : new WorkingDays.EveryDay();
        return new BusinessCalendar(code, days, described.description().workHours());
    }

    YearPlan read(String plan) {
        try {
            return Objects.requireNonNull(json.readValue(plan, YearPlan.class));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    String write(YearPlan plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
