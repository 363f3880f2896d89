package org.huisheng.feedback.lecture;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** As it stands on a staff card, however somebody typed it. It is never stored and never written to a log. */
record StaffNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,19}");
    private static final int LONGEST_TYPED = 100;

    /** Digits of full width are digits, too. */
    static Optional<StaffNumber> read(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var number = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        return FORM.matcher(number).matches() ? Optional.of(new StaffNumber(number)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "StaffNumber[…]";
    }
}
