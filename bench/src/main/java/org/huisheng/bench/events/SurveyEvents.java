package org.huisheng.bench.events;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.MeasuredValue;
import org.huisheng.events.SurveyEvent.ResponseSubmitted;

/**
 * What survey-service tells of responses nobody gave: each of customers, about one of ten departments, with one answer from
 * 1 to 5 to each of some questions. One in four was given at a station. Always one
 * cell per department and question, as in a month of many answers.
 */
public final class SurveyEvents {

    public static final List<String> DEPARTMENTS =
            IntStream.rangeClosed(1, 10).mapToObj("K%02d"::formatted).toList();

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int STATIONS = 2;
    private static final int AT_NONE = 6;
    private static final BigDecimal MIN = BigDecimal.ONE;
    private static final BigDecimal MAX = BigDecimal.valueOf(5);

    private final SplittableRandom random;
    private final int values;
    private final UUID survey;
    private final UUID campaign;
    private final Instant from;
    private final long spreadMillis;

    /** @param values how many questions each response answers */
    public SurveyEvents(int values, long seed) {
        this(values, seed, Instant.now());
    }

    SurveyEvents(int values, long seed, Instant now) {
        this.random = new SplittableRandom(seed);
        this.values = values;
        this.survey = id();
        this.campaign = id();
        this.from = YearMonth.from(now.atZone(ZONE)).atDay(1).atStartOfDay(ZONE).toInstant();
        this.spreadMillis = Math.max(1, Duration.between(from, now).toMillis());
    }

    /** What the question of that number is about, from 0. */
    public static String metric(int question) {
        return "bench.question-" + (question + 1);
    }

    public int values() {
        return values;
    }

    /** @param share of the present month as far as it has gone, from 0 to 1 */
    Instant moment(double share) {
        return from.plusMillis(Math.round(spreadMillis * share));
    }

    ResponseSubmitted next(Instant at) {
        var department = DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size()));
        var station = random.nextInt(STATIONS + AT_NONE);
        return new ResponseSubmitted(
                id(),
                survey,
                1,
                campaign,
                Side.CUSTOMER,
                station < STATIONS ? "hall-" + station : null,
                at,
                IntStream.range(0, values)
                        .mapToObj(question -> answer(department, question))
                        .toList());
    }

    private MeasuredValue answer(String department, int question) {
        var rating = BigDecimal.valueOf(1 + random.nextInt(5));
        return new MeasuredValue(metric(question), department, "q" + (question + 1), null, rating, MIN, MAX);
    }

    /** As the respondents' page makes them. */
    private UUID id() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(3L << 62)) | (2L << 62));
    }
}
