package org.huisheng.feedback.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.calendar.Calendars;
import org.huisheng.feedback.enterprise.Enterprise;
import org.huisheng.feedback.enterprise.Enterprises;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.feedback.visit.Spread.Arranged;
import org.huisheng.feedback.visit.Spread.Turn;
import org.huisheng.feedback.visit.Visit.Arrangement;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.RuleViolated;

/** Plans a month: every active enterprise that is not yet to be visited, spread over surveyors and working days. */
@ApplicationScoped
class PlanMonth {

    /** Enterprises are visited when offices are open. */
    private static final String CALENDAR = "OFFICE";

    /** A missed or cancelled visit leaves its enterprise to be visited. */
    private static final List<VisitStatus> COUNTING = List.of(VisitStatus.PLANNED, VisitStatus.COMPLETED);

    private final Visits visits;
    private final Enterprises enterprises;
    private final Calendars calendars;
    private final VisitAccess access;
    private final Outbox outbox;
    private final Clock clock;

    PlanMonth(
            Visits visits,
            Enterprises enterprises,
            Calendars calendars,
            VisitAccess access,
            Outbox outbox,
            Clock clock) {
        this.visits = visits;
        this.enterprises = enterprises;
        this.calendars = calendars;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param added how many visits this plan has added
     * @param visits how many each surveyor has in the month, those they had before included
     */
    record Planned(int added, Map<String, Integer> visits) {}

    /** @param free days of the month nobody works on besides those of the calendar */
    record Wish(YearMonth month, List<String> surveyors, Set<LocalDate> free) {}

    @Transactional
    Planned plan(Wish wish) {
        oneAtATime(wish.month());
        var known = visits.list(
                "plannedFor between ?1 and ?2 and status in ?3",
                wish.month().atDay(1),
                wish.month().atEndOfMonth(),
                COUNTING);
        var missing = missing(known);
        var days = workingDays(wish);
        if (days.isEmpty() && !missing.isEmpty()) {
            throw new RuleViolated("no-working-day", wish.month().toString());
        }
        var arranged = known.stream()
                .filter(visit -> visit.surveyor().isPresent())
                .map(visit -> new Arranged(visit.surveyor().get(), visit.plannedFor()))
                .toList();
        var turns = Spread.over(missing, wish.surveyors(), days, arranged);
        turns.forEach(this::arrange);
        return new Planned(turns.size(), count(wish.surveyors(), arranged, turns));
    }

    private void oneAtATime(YearMonth month) {
        visits.getEntityManager()
                .createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(4, hashtext(?1))) AS turn")
                .setParameter(1, month.toString())
                .getSingleResult();
    }

    private List<Enterprise> missing(List<Visit> known) {
        var covered = new HashSet<>(known.stream().map(Visit::enterprise).toList());
        return enterprises.active().stream()
                .filter(enterprise -> !covered.contains(enterprise.id()))
                .toList();
    }

    /** What is left of the month, from today on. */
    private List<LocalDate> workingDays(Wish wish) {
        var today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.ZONE);
        var calendar = calendars.require(CALENDAR);
        return wish.month()
                .atDay(1)
                .datesUntil(wish.month().atEndOfMonth().plusDays(1))
                .filter(day -> !day.isBefore(today))
                .filter(day -> calendar.isWorkingDay(day) && !wish.free().contains(day))
                .toList();
    }

    private void arrange(Turn<Enterprise> turn) {
        var now = clock.instant();
        var id = Uuid7.at(now);
        var arranged =
                new Arrangement(VisitOrigin.PLAN, turn.day(), turn.surveyor(), access.department(), FieldDigest.of(id));
        var visit = new Visit(id, turn.stop(), arranged, access.actor(), now);
        visits.persist(visit);
        outbox.append(visit.planned(), visit::version);
    }

    private static Map<String, Integer> count(
            List<String> surveyors, List<Arranged> arranged, List<Turn<Enterprise>> turns) {
        var count = new HashMap<String, Integer>();
        surveyors.forEach(surveyor -> count.put(surveyor, 0));
        arranged.forEach(visit -> count.computeIfPresent(visit.surveyor(), (_, visits) -> visits + 1));
        turns.forEach(turn -> count.merge(turn.surveyor(), 1, Integer::sum));
        return count;
    }
}
