package org.huisheng.kpi.contract.conclusion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a proposal; a value that is wrong reads as a harmless stand-in, so that checking goes on. */
public final class Findings {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int NAME_LENGTH = 100;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);
    private static final int DECIMALS = 6;
    private static final int WEIGHT_DECIMALS = 2;

    private final List<Violation> violations = new ArrayList<>();

    public void add(String path, String code, Object... arguments) {
        violations.add(new Violation(path, code, arguments));
    }

    /** @throws RuleViolated if anything was found */
    public void refuse() {
        if (!violations.isEmpty()) {
            throw new RuleViolated(violations);
        }
    }

    public <T> T required(String path, @Nullable T value, T standIn) {
        if (value == null) {
            add(path, "required");
            return standIn;
        }
        return value;
    }

    public String code(String path, @Nullable String value, Pattern form, String violation) {
        if (value != null && !form.matcher(value).matches()) {
            add(path, violation);
        }
        return required(path, value, "");
    }

    public String name(String path, @Nullable String value) {
        if (value != null && value.isBlank()) {
            add(path, "blank");
        }
        if (value != null && value.codePointCount(0, value.length()) > NAME_LENGTH) {
            add(path, "too-long", NAME_LENGTH);
        }
        return required(path, value, "");
    }

    public @Nullable String optionalName(String path, @Nullable String value) {
        return value == null ? null : name(path, value);
    }

    /** Something somebody wrote. */
    public String text(String path, String value, int length) {
        if (value.isBlank()) {
            add(path, "blank");
        }
        if (value.codePointCount(0, value.length()) > length) {
            add(path, "too-long", length);
        }
        return value;
    }

    /** Looks at the digits before calculating with them. */
    @Nullable
    BigDecimal number(String path, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        var modest = (long) value.precision() - value.scale() <= 10 && value.scale() <= 30;
        if (!modest || value.abs().compareTo(LARGEST) > 0) {
            add(path, "out-of-range", LARGEST.negate(), LARGEST);
            return null;
        }
        if (value.stripTrailingZeros().scale() > DECIMALS) {
            add(path, "too-many-decimals", DECIMALS);
            return null;
        }
        return value;
    }

    public BigDecimal weight(String path, @Nullable BigDecimal value) {
        var weight = number(path, required(path, value, HUNDRED));
        if (weight == null || weight.signum() <= 0 || weight.compareTo(HUNDRED) > 0) {
            add(path, "weight-range");
            return HUNDRED;
        }
        if (weight.stripTrailingZeros().scale() > WEIGHT_DECIMALS) {
            add(path, "too-many-decimals", WEIGHT_DECIMALS);
        }
        return weight;
    }

    /** Points between two limits, with as many decimals as a weight. */
    public BigDecimal points(String path, @Nullable BigDecimal value, BigDecimal standIn, int least, int most) {
        var points = value == null ? standIn : number(path, value);
        if (points == null) {
            return standIn;
        }
        if (points.compareTo(BigDecimal.valueOf(least)) < 0 || points.compareTo(BigDecimal.valueOf(most)) > 0) {
            add(path, "out-of-range", least, most);
            return standIn;
        }
        if (points.stripTrailingZeros().scale() > WEIGHT_DECIMALS) {
            add(path, "too-many-decimals", WEIGHT_DECIMALS);
        }
        return points;
    }

    public void sumIsHundred(String path, Collection<BigDecimal> weights) {
        var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!weights.isEmpty() && sum.compareTo(HUNDRED) != 0) {
            add(path, "weights-not-100", sum.stripTrailingZeros().toPlainString());
        }
    }

    public <T extends @Nullable Object> List<T> optionalList(String path, @Nullable List<T> values, int most) {
        return values == null || values.isEmpty() ? List.of() : list(path, values, most);
    }

    public <T extends @Nullable Object> List<T> list(String path, @Nullable List<T> values, int most) {
        if (values == null || values.isEmpty() || values.size() > most) {
            add(path, values == null ? "required" : "list-size", 1, most);
            return List.of();
        }
        return values;
    }
}
