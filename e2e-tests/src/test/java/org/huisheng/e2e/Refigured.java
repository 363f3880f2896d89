package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.demo.Api;

/**
 * Figures as somebody works them out who has only what the lineage lists and what the contract says, in exact decimals: nothing
 * here is taken from what the service calculated.
 */
final class Refigured {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PAGE = 50;

    private final Api office;
    private final Map<String, BigDecimal> scores = new HashMap<>();
    private int observations;
    /** Of the value that was worked out last. */
    private long sample;

    Refigured(Api office) {
        this.office = office;
    }

    /** How many were added up. */
    int observations() {
        return observations;
    }

    /** @param address of the page a footnote leads to @param figure what is printed */
    void check(String address, JsonNode figure) throws IOException, InterruptedException {
        var parts = address.substring(address.indexOf("/console/scores/") + "/console/scores/".length())
                .split("/", -1);
        var tree = office.get("/api/kpi/v1/scores/" + parts[0] + "/" + parts[1]);
        assertThat(tree.path("sealed").asBoolean()).as(address).isTrue();
        if (parts.length == 2) {
            assertThat(number(figure, "score")).as(address).isEqualByComparingTo(contract(tree));
            return;
        }
        var indicator = indicator(tree, parts[2]);
        var value = value(tree, indicator);
        if (value == null) {
            assertThat(figure.path("state").asText()).as(address).isEqualTo("NO_DATA");
            assertThat(figure.hasNonNull("value")).as(address).isFalse();
            return;
        }
        assertThat(figure.path("state").asText()).as(address).isIn("SHOWN", "TOO_FEW");
        assertThat(number(figure, "value")).as(address).isEqualByComparingTo(value.setScale(6, RoundingMode.HALF_EVEN));
        if (figure.path("state").asText().equals("SHOWN")) {
            assertThat(number(figure, "score"))
                    .as(address)
                    .isEqualByComparingTo(points(indicator, value).setScale(4, RoundingMode.HALF_EVEN));
        }
    }

    /** Without bonuses and vetoes, of which there were none. */
    private BigDecimal contract(JsonNode tree) throws IOException, InterruptedException {
        var known = tree.path("department").asText() + "/" + tree.path("period").asText();
        var score = scores.get(known);
        if (score == null) {
            var parts = new ArrayList<BigDecimal[]>();
            for (var dimension : tree.path("dimensions")) {
                var within = new ArrayList<BigDecimal[]>();
                for (var indicator : dimension.path("indicators")) {
                    within.add(new BigDecimal[] {number(indicator, "weight"), score(tree, indicator)});
                }
                parts.add(new BigDecimal[] {number(dimension, "weight"), weighted(within)});
            }
            score = weighted(parts).setScale(4, RoundingMode.HALF_EVEN);
            scores.put(known, score);
        }
        return score;
    }

    /** The weight of what has no score is shared out among the rest. */
    private static BigDecimal weighted(List<BigDecimal[]> parts) {
        var weight = BigDecimal.ZERO;
        for (var part : parts) {
            weight = part[1] == null ? weight : weight.add(part[0]);
        }
        var sum = BigDecimal.ZERO;
        for (var part : parts) {
            sum = part[1] == null ? sum : sum.add(part[0].multiply(part[1]).divide(weight, MathContext.DECIMAL128));
        }
        return weight.signum() == 0 ? null : sum;
    }

    /** @return null where there is none */
    private BigDecimal score(JsonNode tree, JsonNode indicator) throws IOException, InterruptedException {
        var value = value(tree, indicator);
        return value == null || sample < indicator.path("minimumSample").asInt() ? null : points(indicator, value);
    }

    private BigDecimal value(JsonNode tree, JsonNode indicator) throws IOException, InterruptedException {
        var sums = new HashMap<String, BigDecimal>();
        var counts = new HashMap<String, Long>();
        for (var item : lineage(tree, indicator)) {
            observations++;
            sums.merge(item.path("metric").asText(), number(item, "value"), BigDecimal::add);
            counts.merge(item.path("metric").asText(), item.path("counts").asLong(), Long::sum);
        }
        var sum = sums.getOrDefault(indicator.path("metric").asText(), BigDecimal.ZERO);
        var count = counts.getOrDefault(indicator.path("metric").asText(), 0L);
        var whole = sums.getOrDefault(indicator.path("denominatorMetric").asText(), BigDecimal.ZERO);
        var statistic = indicator.path("statistic").asText();
        sample = statistic.equals("RATE") ? whole.longValue() : count;
        if (sample <= 0) {
            return null;
        }
        return switch (statistic) {
            case "MEAN" -> sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
            case "RATE" -> sum.multiply(HUNDRED).divide(whole, MathContext.DECIMAL128);
            case "COUNT" -> BigDecimal.valueOf(count);
            default -> throw new AssertionError(statistic);
        };
    }

    /** A straight line through base and target, from 0 up to the cap, or else to what the stretch is worth. */
    private static BigDecimal points(JsonNode indicator, BigDecimal value) {
        var most = indicator.hasNonNull("cap")
                ? number(indicator, "cap")
                : indicator.hasNonNull("stretch") ? line(indicator, number(indicator, "stretch")) : HUNDRED;
        return line(indicator, value).max(BigDecimal.ZERO).min(most);
    }

    private static BigDecimal line(JsonNode indicator, BigDecimal value) {
        var base = number(indicator, "base");
        return value.subtract(base)
                .multiply(HUNDRED)
                .divide(number(indicator, "target").subtract(base), MathContext.DECIMAL128);
    }

    private List<JsonNode> lineage(JsonNode tree, JsonNode indicator) throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        var path = "/api/kpi/v1/scores/" + tree.path("department").asText() + "/"
                + tree.path("period").asText() + "/" + indicator.path("code").asText() + "/lineage?limit=" + PAGE;
        for (var cursor = ""; cursor != null; ) {
            var page = office.get(path + cursor);
            assertThat(page.path("withheld")).as(path).isEmpty();
            page.path("items").forEach(items::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : null;
        }
        return items;
    }

    private static JsonNode indicator(JsonNode tree, String code) {
        for (var dimension : tree.path("dimensions")) {
            for (var indicator : dimension.path("indicators")) {
                if (indicator.path("code").asText().equals(code)) {
                    return indicator;
                }
            }
        }
        throw new AssertionError("No " + code + " in " + tree);
    }

    /** Exact, be it written as a number or as text. */
    private static BigDecimal number(JsonNode of, String field) {
        return new BigDecimal(of.path(field).asText());
    }
}
