package org.huisheng.kpi.contract.conclusion;

import java.math.BigDecimal;
import java.math.MathContext;
import org.huisheng.kpi.contract.Bounds;
import org.huisheng.kpi.contract.Direction;
import org.huisheng.kpi.contract.conclusion.ContractProposal.IndicatorProposal;
import org.jspecify.annotations.Nullable;

/** What makes an indicator's scale sound: the values that are worth 0 and 100 points, and what limits the points. */
final class ScaleRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_POINTS = 200;

    private final Findings findings;
    private final String path;

    ScaleRules(Findings findings, String path) {
        this.findings = findings;
        this.path = path;
    }

    /** The part of an indicator these rules are about. */
    record Sound(
            BigDecimal base,
            @Nullable BigDecimal target,
            @Nullable BigDecimal stretch,
            Bounds bounds) {}

    Sound check(Direction direction, IndicatorProposal proposal) {
        return switch (direction) {
            case HIGHER, LOWER -> line(direction, proposal);
            case WITHIN -> band(proposal);
        };
    }

    private Sound line(Direction direction, IndicatorProposal proposal) {
        absent("/bandLow", proposal.bandLow());
        absent("/bandHigh", proposal.bandHigh());
        var base = number("/base", proposal.base());
        var target = number("/target", proposal.target());
        var stretch = findings.number(path + "/stretch", proposal.stretch());
        var sound = base != null && target != null && better(direction, target, base);
        if (base != null && target != null && !sound) {
            findings.add(path + "/target", "target-not-better");
        }
        if (target != null && stretch != null && !better(direction, stretch, target)) {
            findings.add(path + "/stretch", "stretch-not-better");
            sound = false;
        }
        var best = sound && base != null && target != null && stretch != null
                ? stretch.subtract(base).multiply(HUNDRED).divide(target.subtract(base), MathContext.DECIMAL128)
                : null;
        return new Sound(
                base == null ? BigDecimal.ZERO : base,
                target == null ? BigDecimal.ONE : target,
                stretch,
                bounds(proposal, null, null, best));
    }

    private Sound band(IndicatorProposal proposal) {
        absentInBand("/target", proposal.target());
        absentInBand("/stretch", proposal.stretch());
        var base = number("/base", proposal.base());
        var low = number("/bandLow", proposal.bandLow());
        var high = number("/bandHigh", proposal.bandHigh());
        if (base != null && base.signum() <= 0) {
            findings.add(path + "/base", "tolerance-not-positive");
        }
        if (low != null && high != null && low.compareTo(high) > 0) {
            findings.add(path + "/bandHigh", "band-upside-down");
        }
        return new Sound(base == null ? BigDecimal.ONE : base, null, null, bounds(proposal, low, high, HUNDRED));
    }

    /** @param best points the scale gives at most, null where it goes on */
    private Bounds bounds(
            IndicatorProposal proposal,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal best) {
        var floor = findings.points(path + "/floor", proposal.floor(), BigDecimal.ZERO, 0, MOST_POINTS);
        var cap =
                proposal.cap() == null ? null : findings.points(path + "/cap", proposal.cap(), HUNDRED, 1, MOST_POINTS);
        if (cap != null && best != null && cap.compareTo(best) > 0) {
            findings.add(path + "/cap", "cap-out-of-reach");
        }
        var most = cap != null ? cap : best != null ? best : HUNDRED;
        if (floor.compareTo(most) >= 0) {
            findings.add(path + "/floor", "floor-not-below-cap");
        }
        return new Bounds(low, high, floor, cap);
    }

    private static boolean better(Direction direction, BigDecimal value, BigDecimal than) {
        return direction == Direction.HIGHER ? value.compareTo(than) > 0 : value.compareTo(than) < 0;
    }

    private @Nullable BigDecimal number(String field, @Nullable BigDecimal proposed) {
        findings.required(path + field, proposed, BigDecimal.ZERO);
        return findings.number(path + field, proposed);
    }

    private void absent(String field, @Nullable BigDecimal proposed) {
        if (proposed != null) {
            findings.add(path + field, "only-within-a-band");
        }
    }

    private void absentInBand(String field, @Nullable BigDecimal proposed) {
        if (proposed != null) {
            findings.add(path + field, "not-within-a-band");
        }
    }
}
