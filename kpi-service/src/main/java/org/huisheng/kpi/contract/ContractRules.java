package org.huisheng.kpi.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.huisheng.events.Side;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kpi.contract.ContractProposal.DimensionProposal;
import org.huisheng.kpi.contract.ContractProposal.IndicatorProposal;
import org.huisheng.kpi.contract.Contracts.StandardDimension;
import org.huisheng.kpi.department.Departments;
import org.jspecify.annotations.Nullable;

/** What makes a contract sound; finds everything that is wrong at once. */
final class ContractRules {

    private static final Pattern INDICATOR_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern METRIC = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
    private static final int DIMENSIONS = 20;
    private static final int INDICATORS = 50;
    private static final int LARGEST_SAMPLE = 1_000_000;

    private final Map<String, StandardDimension> standard;
    private final Findings findings = new Findings();
    private final Set<String> indicatorCodes = new HashSet<>();

    ContractRules(Map<String, StandardDimension> standard) {
        this.standard = standard;
    }

    /** A proposal that keeps the rules. */
    record Agreed(String department, int year, List<Dimension> dimensions) {}

    /** @throws RuleViolated naming all rules broken */
    Agreed check(ContractProposal proposal) {
        var department = findings.code("/department", proposal.department(), Departments.CODE, "department-code");
        var year = findings.required("/year", proposal.year(), 2000);
        if (year < 2000 || year > 2099) {
            findings.add("/year", "out-of-range", 2000, 2099);
        }
        var dimensions = new ArrayList<Dimension>();
        var codes = new HashSet<String>();
        var proposed = findings.list("/dimensions", proposal.dimensions(), DIMENSIONS);
        for (var i = 0; i < proposed.size(); i++) {
            var path = "/dimensions/" + i;
            var dimension = proposed.get(i);
            if (dimension == null) {
                findings.add(path, "required");
                continue;
            }
            dimensions.add(dimension(path, dimension));
            if (!codes.add(String.valueOf(dimension.code()))) {
                findings.add(path + "/code", "duplicate");
            }
        }
        findings.sumIsHundred(
                "/dimensions", dimensions.stream().map(Dimension::weight).toList());
        findings.refuse();
        return new Agreed(department, year, dimensions);
    }

    private Dimension dimension(String path, DimensionProposal proposal) {
        var code = findings.code(path + "/code", proposal.code(), Departments.CODE, "dimension-code");
        var known = standard.get(code);
        var name = proposal.name() == null && known != null ? known.name() : proposal.name();
        var nameEn = proposal.nameEn() == null && known != null ? known.nameEn() : proposal.nameEn();
        var indicators = new ArrayList<Indicator>();
        var proposed = findings.list(path + "/indicators", proposal.indicators(), INDICATORS);
        for (var i = 0; i < proposed.size(); i++) {
            var indicator = proposed.get(i);
            if (indicator == null) {
                findings.add(path + "/indicators/" + i, "required");
                continue;
            }
            indicators.add(indicator(path + "/indicators/" + i, indicator));
        }
        findings.sumIsHundred(
                path + "/indicators", indicators.stream().map(Indicator::weight).toList());
        return new Dimension(
                code,
                findings.name(path + "/name", name),
                findings.optionalName(path + "/nameEn", nameEn),
                findings.weight(path + "/weight", proposal.weight()),
                indicators);
    }

    private Indicator indicator(String path, IndicatorProposal proposal) {
        var code = findings.code(path + "/code", proposal.code(), INDICATOR_CODE, "indicator-code");
        if (!indicatorCodes.add(code)) {
            findings.add(path + "/code", "duplicate");
        }
        var statistic = findings.required(path + "/statistic", proposal.statistic(), Statistic.MEAN);
        var direction = findings.required(path + "/direction", proposal.direction(), Direction.HIGHER);
        var base = findings.number(path + "/base", proposal.base());
        var target = findings.number(path + "/target", proposal.target());
        var stretch = findings.number(path + "/stretch", proposal.stretch());
        findings.required(path + "/base", proposal.base(), BigDecimal.ZERO);
        findings.required(path + "/target", proposal.target(), BigDecimal.ZERO);
        if (base != null && target != null && !better(direction, target, base)) {
            findings.add(path + "/target", "target-not-better");
        }
        if (target != null && stretch != null && !better(direction, stretch, target)) {
            findings.add(path + "/stretch", "stretch-not-better");
        }
        return new Indicator(
                code,
                findings.name(path + "/name", proposal.name()),
                findings.optionalName(path + "/nameEn", proposal.nameEn()),
                findings.code(path + "/metric", proposal.metric(), METRIC, "metric-form"),
                denominator(path + "/denominatorMetric", statistic, proposal.denominatorMetric()),
                sides(path + "/sides", proposal.sides()),
                statistic,
                direction,
                base == null ? BigDecimal.ZERO : base,
                target == null ? BigDecimal.ONE : target,
                stretch,
                findings.weight(path + "/weight", proposal.weight()),
                minimumSample(path + "/minimumSample", proposal.minimumSample()));
    }

    private static boolean better(Direction direction, BigDecimal value, BigDecimal than) {
        return switch (direction) {
            case HIGHER -> value.compareTo(than) > 0;
            case LOWER -> value.compareTo(than) < 0;
        };
    }

    private @Nullable String denominator(String path, Statistic statistic, @Nullable String metric) {
        if (statistic == Statistic.RATE) {
            return findings.code(path, metric, METRIC, "metric-form");
        }
        if (metric != null) {
            findings.add(path, "denominator-without-rate");
        }
        return null;
    }

    private List<Side> sides(String path, @Nullable List<@Nullable Side> proposed) {
        var sides = new ArrayList<Side>();
        for (var side : findings.list(path, proposed, Side.values().length)) {
            if (side == null) {
                findings.add(path, "required");
            } else if (sides.contains(side)) {
                findings.add(path, "duplicate");
            } else {
                sides.add(side);
            }
        }
        return sides;
    }

    private int minimumSample(String path, @Nullable Integer proposed) {
        var sample = proposed == null ? 1 : proposed;
        if (sample < 1 || sample > LARGEST_SAMPLE) {
            findings.add(path, "out-of-range", 1, LARGEST_SAMPLE);
        }
        return sample;
    }
}
