package org.huisheng.survey.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.results.Group.Dimension;
import org.huisheng.survey.results.Results.FigureView;
import org.huisheng.survey.results.Results.GroupView;
import org.huisheng.survey.results.Results.QuestionView;
import org.huisheng.survey.results.Results.RowView;
import org.huisheng.survey.results.Results.ShareView;
import org.huisheng.survey.results.Results.State;
import org.jspecify.annotations.Nullable;

/** How somebody wants to see figures: broken down by some dimensions, of some groups only. */
record Breakdown(List<Dimension> by, Map<Dimension, String> only, long threshold) {

    private static final int MOST_VALUES = 200;
    private static final FigureView SUPPRESSED = new FigureView(State.SUPPRESSED, false, null, null, null, List.of());

    /** @param by names of dimensions with commas between them; @throws Malformed if one is none */
    static List<Dimension> dimensions(@Nullable String by) {
        if (by == null || by.isBlank()) {
            return List.of();
        }
        try {
            return Arrays.stream(by.split(",", -1))
                    .map(name -> Dimension.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException unknown) {
            throw new Malformed(new Violation("/by", "unknown-dimension"));
        }
    }

    /** Cells of all questions as figures, one by one. */
    static final class Figures {

        private record Key(String question, String row) {}

        private final Map<Key, Map<Group, Map<String, Long>>> counts = new HashMap<>();
        private final long threshold;

        Figures(long threshold) {
            this.threshold = threshold;
        }

        void add(ResultCell cell, String question) {
            counts.computeIfAbsent(new Key(question, cell.row()), first -> new HashMap<>())
                    .computeIfAbsent(cell.group(), first -> new TreeMap<>())
                    .merge(cell.value(), cell.count(), Long::sum);
        }

        /** @param row of a matrix, where every value is somebody's; empty for a question as a whole */
        Figure of(String question, String row) {
            var tallies = new HashMap<Group, Tally>();
            counts.getOrDefault(new Key(question, row), Map.of()).forEach((group, values) -> {
                var rest = new TreeMap<>(values);
                var answered = rest.remove("");
                var people = answered != null
                        ? answered
                        : rest.values().stream().mapToLong(Long::longValue).sum();
                tallies.put(group, new Tally(people, rest));
            });
            return new Figure(tallies, threshold);
        }

        List<String> rows(String question) {
            return counts.keySet().stream()
                    .filter(key -> key.question().equals(question) && !key.row().isEmpty())
                    .map(Key::row)
                    .sorted()
                    .toList();
        }
    }

    QuestionView view(AskedQuestion question, Figures figures) {
        var figure = figures.of(question.name(), "");
        var rows = new ArrayList<RowView>();
        for (var row : figures.rows(question.name())) {
            var ofRow = figures.of(question.name(), row);
            rows.add(new RowView(row, view(ofRow, question), groups(ofRow, question)));
        }
        return new QuestionView(
                question.name(),
                question.title(),
                question.kind(),
                view(figure, question),
                groups(figure, question),
                rows);
    }

    FigureView view(Figure figure, @Nullable AskedQuestion question) {
        return view(figure.show(filter()), question);
    }

    List<GroupView> groups(Figure figure, @Nullable AskedQuestion question) {
        if (by.isEmpty()) {
            return List.of();
        }
        var groups = new ArrayList<GroupView>();
        for (var values : figure.values(by, filter())) {
            var names = new LinkedHashMap<String, String>();
            for (var index = 0; index < by.size(); index++) {
                names.put(by.get(index).name().toLowerCase(Locale.ROOT), values.get(index));
            }
            Predicate<Group> within = group ->
                    by.stream().map(dimension -> dimension.of(group)).toList().equals(values);
            groups.add(new GroupView(names, view(figure.show(filter().and(within)), question)));
        }
        return groups;
    }

    private Predicate<Group> filter() {
        return group -> only.entrySet().stream()
                .allMatch(wanted -> wanted.getKey().of(group).equals(wanted.getValue()));
    }

    private static FigureView view(Figure.@Nullable Shown shown, @Nullable AskedQuestion question) {
        if (shown == null) {
            return SUPPRESSED;
        }
        var tally = shown.tally();
        var measured = question != null && question.kind() != AskedQuestion.Kind.CHOICES;
        return new FigureView(
                State.SHOWN,
                shown.partial(),
                tally.answered(),
                measured ? tally.mean() : null,
                question != null && question.toTen() ? tally.promoters() : null,
                shares(tally));
    }

    private static List<ShareView> shares(Tally tally) {
        return tally.counts().entrySet().stream()
                .limit(MOST_VALUES)
                .map(entry -> new ShareView(
                        entry.getKey(),
                        entry.getValue(),
                        BigDecimal.valueOf(entry.getValue())
                                .divide(BigDecimal.valueOf(tally.answered()), 4, RoundingMode.HALF_UP)))
                .toList();
    }
}
