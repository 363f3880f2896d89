package org.huisheng.survey.questionnaire.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.survey.questionnaire.ChoiceValue;
import org.huisheng.survey.questionnaire.Choices.Item;
import org.huisheng.survey.questionnaire.Kind;
import org.jspecify.annotations.Nullable;

/** Reads {@code rating}. */
final class RatingReader {

    private static final int MOST_VALUES = 100;

    private RatingReader() {}

    static @Nullable Kind rating(Source source) {
        source.allow(Known.QUESTION, Known.RATING);
        return scale(source);
    }

    static @Nullable Kind scale(Source source) {
        if (!source.items("rateValues").isEmpty() && !source.flag(false, "autoGenerate")) {
            var values = ChoiceReader.items(source, "rateValues", null).stream()
                    .map(Item::value)
                    .toList();
            return values.isEmpty() ? null : new Kind.Rating(values);
        }
        var step = or(source.number("rateStep"), BigDecimal.ONE);
        var length = step.multiply(BigDecimal.valueOf(Math.max(1, source.count("rateCount", 5, MOST_VALUES)) - 1L));
        var given = source.number("rateMin");
        var max = source.number("rateMax");
        if (max == null) {
            var min = or(given, BigDecimal.ONE);
            return scale(source, min, min.add(length), step);
        }
        var min = given == null && source.has("rateCount") ? max.subtract(length) : or(given, BigDecimal.ONE);
        return scale(source, min, max, step);
    }

    private static @Nullable Kind scale(Source source, BigDecimal min, BigDecimal max, BigDecimal step) {
        if (step.signum() <= 0
                || max.compareTo(min) <= 0
                || max.subtract(min).compareTo(step.multiply(BigDecimal.valueOf(MOST_VALUES - 1L))) > 0) {
            source.refuse("rating-scale");
            return null;
        }
        List<ChoiceValue> values = new ArrayList<>();
        for (var value = min; value.compareTo(max) <= 0; value = value.add(step)) {
            values.add(ChoiceValue.number(value));
        }
        return new Kind.Rating(values);
    }

    private static BigDecimal or(@Nullable BigDecimal number, BigDecimal absent) {
        return number == null ? absent : number;
    }
}
