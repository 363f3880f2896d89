package org.huisheng.feedback.reading;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Text as what it is found by. Chinese has no spaces: each two neighbouring signs are a word, so that whatever is two signs
 * long is found wherever it stands. Other letters and digits are words as they are written, found by how they begin.
 */
public final class Bigrams {

    /** PostgreSQL knows no position beyond. */
    private static final int LAST_POSITION = 16_383;

    private static final int LONGEST_WORD = 64;

    private Bigrams() {}

    /** Letters that stand together, all ideographs or none. */
    private record Run(List<String> signs, boolean ideographs) {

        /** The last sign also by itself, so that each sign begins a word. */
        List<String> words() {
            if (!ideographs) {
                return List.of(whole());
            }
            var words = new ArrayList<String>(signs.size());
            for (var i = 0; i < signs.size(); i++) {
                words.add(signs.get(i) + (i + 1 < signs.size() ? signs.get(i + 1) : ""));
            }
            return words;
        }

        /** As the condition of a search. */
        String query() {
            if (!ideographs || signs.size() == 1) {
                return quoted(whole()) + ":*";
            }
            return words().subList(0, signs.size() - 1).stream()
                    .map(Run::quoted)
                    .collect(Collectors.joining(" <-> "));
        }

        private String whole() {
            return String.join("", signs.subList(0, Math.min(signs.size(), LONGEST_WORD)));
        }

        /** Only letters and digits come here: nothing in them ends a quotation. */
        private static String quoted(String word) {
            return "'" + word + "'";
        }
    }

    /**
     * What a list of something is searched for, as the condition of it; null where nothing is.
     *
     * @throws Malformed if there is no word in it
     */
    public static @Nullable String asked(QueryParameters query) {
        return query.text("q")
                .map(text -> query(text).orElseThrow(() -> Malformed.query("q", "no-word")))
                .orElse(null);
    }

    /** The text of a {@code tsvector}; what stands in different texts does not stand together. */
    public static String vector(List<String> texts) {
        var words = new ArrayList<String>();
        var position = 1;
        for (var text : texts) {
            for (var run : runs(text)) {
                for (var word : run.words()) {
                    words.add(Run.quoted(word) + ":" + Math.min(position++, LAST_POSITION));
                }
                position++;
            }
        }
        return String.join(" ", words);
    }

    /** The text of a {@code tsquery}: all that was asked for, each part as it was written. Empty if there is no word. */
    public static Optional<String> query(String asked) {
        var runs = runs(asked);
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(runs.stream().map(Run::query).collect(Collectors.joining(" & ")));
    }

    private static List<Run> runs(String text) {
        var plain = Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT);
        var runs = new ArrayList<Run>();
        var signs = new ArrayList<String>();
        var ideographs = false;
        for (var sign : plain.codePoints().toArray()) {
            var isIdeograph = isIdeograph(sign);
            if (!signs.isEmpty() && (!Character.isLetterOrDigit(sign) || isIdeograph != ideographs)) {
                runs.add(new Run(List.copyOf(signs), ideographs));
                signs.clear();
            }
            if (Character.isLetterOrDigit(sign)) {
                ideographs = isIdeograph;
                signs.add(Character.toString(sign));
            }
        }
        if (!signs.isEmpty()) {
            runs.add(new Run(List.copyOf(signs), ideographs));
        }
        return runs;
    }

    private static boolean isIdeograph(int sign) {
        return switch (Character.UnicodeScript.of(sign)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
            default -> false;
        };
    }
}
