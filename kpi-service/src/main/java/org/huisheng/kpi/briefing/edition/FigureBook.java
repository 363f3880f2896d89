package org.huisheng.kpi.briefing.edition;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huisheng.kpi.briefing.edition.IssueFigure.FigureState;
import org.huisheng.kpi.briefing.edition.IssueFigure.Key;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Scorecard;
import org.huisheng.kpi.score.Scorecards;
import org.huisheng.kpi.scoring.IndicatorScore;
import org.huisheng.kpi.scoring.State;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one issue, numbered as they come. They are taken from scorecards, which is to say as everybody is shown them:
 * no cell is read here, so nothing can be told or computed that scores do not tell.
 */
final class FigureBook {

    private static final Name SCORE = new Name("绩效合约得分", "Contract score");

    private final Scorecards scorecards;
    private final Predicate<Period> stands;
    private final String pages;
    private final Map<Key, IssueFigure> figures = new LinkedHashMap<>();
    private final Map<Period, Map<String, Scorecard>> cards = new HashMap<>();

    private record Name(String chinese, @Nullable String english) {
        static Name of(IndicatorScore score) {
            return new Name(score.indicator().name(), score.indicator().nameEn());
        }

        static Name of(Scorecard card) {
            return new Name(card.department().name(), card.department().nameEn());
        }
    }

    /**
     * @param stands which months' figures may be used
     * @param pages address the pages of figures lie below
     */
    FigureBook(Scorecards scorecards, Predicate<Period> stands, String pages) {
        this.scorecards = scorecards;
        this.stands = stands;
        this.pages = pages;
    }

    List<IssueFigure> figures() {
        return List.copyOf(figures.values());
    }

    /** When the last of what was read changed. */
    Instant asOf() {
        return cards.values().stream()
                .flatMap(period -> period.values().stream())
                .map(Scorecard::asOf)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    int number(Period period, String department, @Nullable String indicator) {
        var key = new Key(department, indicator, period.text());
        var known = figures.get(key);
        if (known != null) {
            return known.number();
        }
        var made = make(figures.size() + 1, period, key);
        figures.put(key, made);
        return made.number();
    }

    /** The score, or the indicator of each department that has it. */
    List<Integer> ofAll(Period period, @Nullable String indicator) {
        return cards(period).values().stream()
                .filter(card -> indicator == null || find(card, indicator) != null)
                .map(card -> number(period, card.department().code(), indicator))
                .toList();
    }

    /** All indicators of a department; its score, if it has no contract. */
    List<Integer> ofDepartment(Period period, String department) {
        var card = cards(period).get(department);
        return card == null
                ? List.of(number(period, department, null))
                : indicators(card)
                        .map(score ->
                                number(period, department, score.indicator().code()))
                        .toList();
    }

    /** All indicators that contracts have in a dimension, those of the same code together; of one department or of all. */
    List<Integer> ofDimension(Period period, @Nullable String department, String dimension) {
        var having = cards(period).values().stream()
                .filter(card -> department == null || card.department().code().equals(department))
                .collect(toMap(
                        card -> card.department().code(),
                        card -> codes(card, dimension),
                        (one, _) -> one,
                        LinkedHashMap::new));
        var numbers = new ArrayList<Integer>();
        for (var code :
                having.values().stream().flatMap(List::stream).distinct().toList()) {
            having.forEach((of, codes) -> {
                if (codes.contains(code)) {
                    numbers.add(number(period, of, code));
                }
            });
        }
        return numbers;
    }

    private static List<String> codes(Scorecard card, String dimension) {
        return card.score().dimensions().stream()
                .filter(score -> score.dimension().code().equals(dimension))
                .flatMap(score -> score.indicators().stream())
                .map(score -> score.indicator().code())
                .toList();
    }

    /** Month by month. */
    List<Integer> ofMonths(Period last, String department, @Nullable String indicator) {
        var numbers = new ArrayList<Integer>();
        for (var month : last.monthsSoFar()) {
            numbers.add(number(month, department, indicator));
        }
        return numbers;
    }

    private IssueFigure make(int number, Period period, Key key) {
        var card = stands.test(period) ? cards(period).get(key.department()) : null;
        var score = card == null || key.indicator() == null ? null : find(card, key.indicator());
        var name = score == null ? nameElsewhere(key) : Name.of(score);
        var departmentName = card == null ? nameElsewhere(key.department()) : Name.of(card);
        var state = !stands.test(period)
                ? FigureState.NOT_SEALED
                : card == null || (key.indicator() != null && score == null)
                        ? FigureState.MISSING
                        : state(score == null ? card.score().state() : score.state());
        var told = state == FigureState.SHOWN || state == FigureState.TOO_FEW;
        return new IssueFigure(
                number,
                key.department(),
                departmentName.chinese(),
                departmentName.english(),
                key.indicator(),
                name.chinese(),
                name.english(),
                key.period(),
                state,
                told && score != null ? score.value() : null,
                score != null && score.indicator().statistic() == Statistic.RATE ? "%" : "",
                score != null && isCounted(score.indicator().statistic()),
                told && score != null ? score.measured().n() : null,
                told && card != null ? (score == null ? card.score().score() : score.score()) : null,
                told && card != null ? (score == null ? card.score().band() : score.band()) : null,
                pages + "/" + key.department() + "/" + key.period()
                        + (key.indicator() == null ? "" : "/" + key.indicator()));
    }

    private static boolean isCounted(Statistic statistic) {
        return switch (statistic) {
            case COUNT, DISTINCT, SUM -> true;
            case MEAN, RATE, PERCENTILE -> false;
        };
    }

    private static FigureState state(State state) {
        return switch (state) {
            case SCORED -> FigureState.SHOWN;
            case TOO_FEW -> FigureState.TOO_FEW;
            case NO_DATA -> FigureState.NO_DATA;
            case SUPPRESSED -> FigureState.SUPPRESSED;
        };
    }

    /** A month without the figure is still called what the others call it. */
    private Name nameElsewhere(String department) {
        return of(department).map(Name::of).findFirst().orElse(new Name(department, null));
    }

    private Name nameElsewhere(Key key) {
        var indicator = key.indicator();
        return indicator == null
                ? SCORE
                : of(key.department())
                        .flatMap(FigureBook::indicators)
                        .filter(score -> score.indicator().code().equals(indicator))
                        .map(Name::of)
                        .findFirst()
                        .orElse(new Name(indicator, null));
    }

    private Stream<Scorecard> of(String department) {
        return cards.values().stream().flatMap(period -> Optional.ofNullable(period.get(department)).stream());
    }

    private Map<String, Scorecard> cards(Period period) {
        return cards.computeIfAbsent(period, wanted -> {
            var byDepartment = new LinkedHashMap<String, Scorecard>();
            scorecards.here(wanted, null).stream()
                    .sorted((one, other) ->
                            one.department().code().compareTo(other.department().code()))
                    .forEach(card -> byDepartment.put(card.department().code(), card));
            return byDepartment;
        });
    }

    private static Stream<IndicatorScore> indicators(Scorecard card) {
        return card.score().dimensions().stream().flatMap(dimension -> dimension.indicators().stream());
    }

    private static @Nullable IndicatorScore find(Scorecard card, String code) {
        return indicators(card)
                .filter(score -> score.indicator().code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
