package org.huisheng.kpi.contract.conclusion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.Direction;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.contract.Lights;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.contract.conclusion.ContractProposal.IndicatorProposal;
import org.jspecify.annotations.Nullable;

/** What makes an indicator sound among the others of its contract. */
final class IndicatorRules {

    static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern METRIC = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
    private static final int MOST_TAGS = 20;
    private static final int TAG_LENGTH = 200;
    private static final int SENTENCE = 300;
    private static final int LARGEST_SAMPLE = 1_000_000;
    private static final int MOST_POINTS = 200;

    private final Findings findings;
    private final Set<String> codes = new HashSet<>();

    IndicatorRules(Findings findings) {
        this.findings = findings;
    }

    Indicator check(String path, IndicatorProposal proposal) {
        var code = findings.code(path + "/code", proposal.code(), CODE, "indicator-code");
        if (!codes.add(code)) {
            findings.add(path + "/code", "duplicate");
        }
        var statistic = findings.required(path + "/statistic", proposal.statistic(), Statistic.MEAN);
        var direction = findings.required(path + "/direction", proposal.direction(), Direction.HIGHER);
        var scale = new ScaleRules(findings, path).check(direction, proposal);
        return new Indicator(
                code,
                findings.name(path + "/name", proposal.name()),
                findings.optionalName(path + "/nameEn", proposal.nameEn()),
                sentence(path + "/explanation", proposal.explanation()),
                sentence(path + "/explanationEn", proposal.explanationEn()),
                findings.code(path + "/metric", proposal.metric(), METRIC, "metric-form"),
                denominator(path + "/denominatorMetric", statistic, proposal.denominatorMetric()),
                sides(path + "/sides", proposal.sides()),
                tags(path + "/tags", statistic, proposal.tags()),
                statistic,
                direction,
                scale.base(),
                scale.target(),
                scale.stretch(),
                findings.weight(path + "/weight", proposal.weight()),
                minimumSample(path + "/minimumSample", proposal.minimumSample()),
                percentile(path + "/percentile", statistic, proposal.percentile()),
                scale.bounds(),
                lights(path, proposal));
    }

    private @Nullable String sentence(String path, @Nullable String proposed) {
        return proposed == null ? null : findings.text(path, proposed, SENTENCE);
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

    private @Nullable Integer percentile(String path, Statistic statistic, @Nullable Integer proposed) {
        if (statistic != Statistic.PERCENTILE) {
            if (proposed != null) {
                findings.add(path, "only-for-percentile");
            }
            return null;
        }
        var percentile = findings.required(path, proposed, 50);
        if (percentile < 1 || percentile > 99) {
            findings.add(path, "out-of-range", 1, 99);
        }
        return percentile;
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

    private List<String> tags(String path, Statistic statistic, @Nullable List<@Nullable String> proposed) {
        if (proposed == null) {
            return List.of();
        }
        if (statistic == Statistic.PERCENTILE) {
            findings.add(path, "no-percentile-by-tag");
        }
        var tags = new ArrayList<String>();
        for (var tag : findings.list(path, proposed, MOST_TAGS)) {
            if (tag == null) {
                findings.add(path, "required");
            } else if (tags.contains(tag)) {
                findings.add(path, "duplicate");
            } else if (tag.chars().anyMatch(Character::isISOControl)) {
                findings.add(path, "control-character");
            } else {
                tags.add(findings.text(path, tag, TAG_LENGTH));
            }
        }
        return tags;
    }

    private int minimumSample(String path, @Nullable Integer proposed) {
        var sample = proposed == null ? 1 : proposed;
        if (sample < 1 || sample > LARGEST_SAMPLE) {
            findings.add(path, "out-of-range", 1, LARGEST_SAMPLE);
        }
        return sample;
    }

    private Lights lights(String path, IndicatorProposal proposal) {
        var yellow = lightFrom(path + "/yellowFrom", proposal.yellowFrom(), Lights.USUAL.yellowFrom());
        var green = lightFrom(path + "/greenFrom", proposal.greenFrom(), Lights.USUAL.greenFrom());
        if (yellow.compareTo(green) >= 0) {
            findings.add(path + "/greenFrom", "green-not-above-yellow");
        }
        return new Lights(yellow, green);
    }

    private BigDecimal lightFrom(String path, @Nullable BigDecimal proposed, BigDecimal usual) {
        return findings.points(path, proposed, usual, 1, MOST_POINTS);
    }
}
