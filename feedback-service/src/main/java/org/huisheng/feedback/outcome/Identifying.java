package org.huisheng.feedback.outcome;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.huisheng.kit.problem.Violation;

/**
 * What must not be told to everybody. It finds what machines can find: numbers, addresses, names somebody wrote down, and
 * the stakeholder's own words. That a description fits only one person a reader has to notice.
 */
public final class Identifying {

    /** As many signs in a row are no coincidence. */
    private static final int RUN = 20;

    private static final int SHORTEST_NAME = 2;
    private static final int SHORTEST_NUMBER = 5;

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])[\\s\\-‐–—.·()/]+(?=[0-9])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])(?:86)?1[3-9][0-9]{9}(?![0-9])");
    private static final Pattern LANDLINE = Pattern.compile("(?<![0-9])(?:0[1-9][0-9]{8,10}|[48]00[0-9]{7})(?![0-9])");
    private static final Pattern ID_CARD = Pattern.compile(
            "(?<![0-9])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9])");
    private static final Pattern MAIL = Pattern.compile("[\\w.%+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Identifying() {}

    /**
     * What the case knows.
     *
     * @param names of people and organisations
     * @param contacts telephone numbers and mail addresses
     * @param words what the stakeholder wrote
     */
    public record Known(Set<String> names, Set<String> contacts, String words) {

        /** Where there is no case. */
        public static final Known NOTHING = new Known(Set.of(), Set.of(), "");

        @Override
        public String toString() {
            return "Known[…]";
        }
    }

    /** @param texts by the paths of their fields */
    public static List<Violation> in(Map<String, String> texts, Known known) {
        var found = new ArrayList<Violation>();
        texts.forEach((path, text) -> signs(text, known).forEach((code, present) -> {
            if (present) {
                found.add(new Violation(path, code));
            }
        }));
        return found;
    }

    private static Map<String, Boolean> signs(String text, Known known) {
        var plain = Normalizer.normalize(text, Form.NFKC);
        var joined = BETWEEN_DIGITS.matcher(plain).replaceAll("");
        var bare = bare(text);
        var signs = new LinkedHashMap<String, Boolean>();
        signs.put(
                "tells-phone-number",
                MOBILE.matcher(joined).find()
                        || LANDLINE.matcher(joined).find()
                        || mentions(bare, known.contacts(), SHORTEST_NUMBER));
        signs.put("tells-id-number", ID_CARD.matcher(joined).find());
        signs.put("tells-mail-address", MAIL.matcher(plain).find());
        signs.put("tells-name", mentions(bare, known.names(), SHORTEST_NAME));
        signs.put("tells-own-words", repeats(bare, bare(known.words())));
        return signs;
    }

    private static boolean mentions(String bare, Set<String> secrets, int shortest) {
        return secrets.stream()
                .map(Identifying::bare)
                .anyMatch(secret -> secret.length() >= shortest && bare.contains(secret));
    }

    /** Whether a run of the words, or all of them where they are few, stands in the text as it was written. */
    private static boolean repeats(String text, String words) {
        if (words.length() < RUN) {
            return words.length() >= RUN / 2 && text.contains(words);
        }
        for (var from = 0; from + RUN <= text.length(); from++) {
            if (words.contains(text.substring(from, from + RUN))) {
                return true;
            }
        }
        return false;
    }

    /** Letters and digits only, so that a space within a name hides nothing. */
    private static String bare(String text) {
        return NOT_A_WORD
                .matcher(Normalizer.normalize(text, Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
