package org.huisheng.kpi.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.huisheng.events.DutyEvent.DutyRecorded;
import org.huisheng.events.DutyEvent.DutyWithdrawn;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseClosed;
import org.huisheng.events.FeedbackEvent.CaseConfirmed;
import org.huisheng.events.FeedbackEvent.CaseDisputed;
import org.huisheng.events.FeedbackEvent.CaseOpened;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.IntegrationEvent;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.MeasuredValue;
import org.huisheng.events.SurveyEvent.ResponseSubmitted;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.period.Period;

/** Events as the other services would send them. */
public final class EventFixture {

    public static final int SURVEY_VERSION = 3;

    private static final Instant START = Instant.parse("2026-09-20T00:00:00Z");

    private EventFixture() {}

    public static ReceivedEvent received(IntegrationEvent event) {
        return new ReceivedEvent(UUID.randomUUID(), event);
    }

    public static ResponseSubmitted response(Side side, Instant at, MeasuredValue... values) {
        return new ResponseSubmitted(
                UUID.randomUUID(),
                UUID.randomUUID(),
                SURVEY_VERSION,
                UUID.randomUUID(),
                side,
                null,
                at,
                List.of(values));
    }

    private static ResponseSubmitted atStation(RandomGenerator random, ResponseSubmitted response) {
        return at(any(random, List.of("", "gate", "hall")), response);
    }

    public static ResponseSubmitted at(String station, ResponseSubmitted response) {
        return new ResponseSubmitted(
                response.responseId(),
                response.surveyId(),
                response.surveyVersion(),
                response.campaignId(),
                response.side(),
                station,
                response.occurredAt(),
                response.values());
    }

    /** An answer from 1 to 5. */
    public static MeasuredValue answer(String metric, String department, int value) {
        return value(metric, department, BigDecimal.valueOf(value), 1, 5);
    }

    public static MeasuredValue value(String metric, String department, BigDecimal value, int min, int max) {
        return new MeasuredValue(
                metric, department, "q1", null, value, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    /** Responses and records of duties, some of them withdrawn, and cases at all stages. */
    public static List<ReceivedEvent> randomEvents(RandomGenerator random, List<String> departments, int count) {
        return randomEvents(random, departments, count, START);
    }

    /** @param start from here on for sixty days */
    public static List<ReceivedEvent> randomEvents(
            RandomGenerator random, List<String> departments, int count, Instant start) {
        var events = new ArrayList<ReceivedEvent>();
        while (events.size() < count) {
            switch (random.nextInt(7)) {
                case 0, 1, 2, 3 -> addResponse(random, departments, events, start);
                case 4, 5 -> addCase(random, departments, events, start);
                default -> addDuty(random, departments, events, start);
            }
        }
        return events;
    }

    private static void addResponse(
            RandomGenerator random, List<String> departments, List<ReceivedEvent> events, Instant start) {
        var values = new MeasuredValue[random.nextInt(6)];
        for (var i = 0; i < values.length; i++) {
            values[i] = random.nextBoolean()
                    ? answer("satisfaction.service", any(random, departments), 1 + random.nextInt(5))
                    : value(
                            "satisfaction.speed",
                            any(random, departments),
                            BigDecimal.valueOf(random.nextInt(1_000), 2),
                            -1,
                            10 + random.nextInt(3));
        }
        var response = atStation(random, response(anySide(random), moment(random, start), values));
        events.add(received(response));
        if (random.nextInt(4) == 0) {
            events.add(received(new ResponseWithdrawn(
                    response.responseId(),
                    response.side(),
                    response.occurredAt().plusSeconds(60))));
        }
    }

    private static void addCase(
            RandomGenerator random, List<String> departments, List<ReceivedEvent> events, Instant start) {
        var id = UUID.randomUUID();
        var side = anySide(random);
        var at = moment(random, start);
        var department = any(random, departments);
        var steps = List.<IntegrationEvent>of(
                new CaseOpened(id, side, "power", Severity.NORMAL, at, at, null),
                new CaseAssigned(id, side, "power", department, null, at, at.plusSeconds(1), null),
                new CaseStarted(id, side, "power", department, false, at, at.plusSeconds(2), null),
                new CaseResolved(id, side, "power", department, at, at.plusSeconds(3), null),
                new CaseDisputed(id, side, "power", department, at, at.plusSeconds(4), null),
                new CaseStarted(id, side, "power", department, true, at, at.plusSeconds(5), null),
                new CaseResolved(id, side, "power", department, at, at.plusSeconds(6), null),
                new CaseConfirmed(id, side, "power", department, 1 + random.nextInt(5), at, at.plusSeconds(7), null),
                new CaseClosed(id, side, "power", department, null, at, at.plusSeconds(8), null));
        steps.subList(0, 1 + random.nextInt(steps.size())).forEach(step -> events.add(received(step)));
    }

    /** Corrected some times, and perhaps taken back in the end. */
    private static void addDuty(
            RandomGenerator random, List<String> departments, List<ReceivedEvent> events, Instant start) {
        var id = UUID.randomUUID();
        var at = moment(random, start);
        var department = any(random, departments);
        var month = YearMonth.from(at.atZone(Period.ZONE)).toString();
        var revisions = 1 + random.nextInt(3);
        for (var revision = 1; revision <= revisions; revision++) {
            var entry = UUID.randomUUID();
            var score = BigDecimal.valueOf(random.nextInt(10_001), 2);
            events.add(
                    received(new DutyRecorded(id, entry, revision, month, department, "guard", "patrol", score, at)));
            if (revision < revisions || random.nextInt(3) == 0) {
                events.add(received(new DutyWithdrawn(id, entry, revision, at.plusSeconds(60))));
            }
        }
    }

    /** The events again and again, in any order, cut into batches of any size. */
    public static List<List<ReceivedEvent>> anyDelivery(RandomGenerator random, List<ReceivedEvent> events) {
        var deliveries = new ArrayList<>(events);
        for (var event : events) {
            for (var again = random.nextInt(3); again > 0; again--) {
                deliveries.add(event);
            }
        }
        shuffle(random, deliveries);
        var batches = new ArrayList<List<ReceivedEvent>>();
        for (var from = 0; from < deliveries.size(); ) {
            var to = Math.min(deliveries.size(), from + 1 + random.nextInt(1 + random.nextInt(40)));
            batches.add(List.copyOf(deliveries.subList(from, to)));
            from = to;
        }
        return batches;
    }

    private static <T> void shuffle(RandomGenerator random, List<T> list) {
        for (var i = list.size() - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var moved = list.get(i);
            list.set(i, list.get(j));
            list.set(j, moved);
        }
    }

    private static <T> T any(RandomGenerator random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static Side anySide(RandomGenerator random) {
        return any(random, List.of(Side.values()));
    }

    private static Instant moment(RandomGenerator random, Instant start) {
        return start.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
    }
}
