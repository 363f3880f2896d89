package org.huisheng.feedback.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Goes through the fields of one request and remembers what is wrong; what it returns counts only after {@link #passed()}. */
public final class Checks {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    private static final int PHONE_LENGTH = 40;
    private static final int EMAIL_LENGTH = 254;

    private final List<Violation> violations = new ArrayList<>();

    public <T> T required(String path, @Nullable T value, T placeholder) {
        if (value == null) {
            add(path, "required");
            return placeholder;
        }
        return value;
    }

    public String text(String path, @Nullable String value, int maxLength) {
        var text = optionalText(path, required(path, value, "-"), maxLength);
        if (text == null) {
            add(path, "blank");
            return "-";
        }
        return text;
    }

    /** Null when absent or blank. */
    public @Nullable String optionalText(String path, @Nullable String value, int maxLength) {
        if (value == null) {
            return null;
        }
        requireStorable(value);
        var text = value.strip();
        if (!isShort(text, maxLength)) {
            add(path, "too-long", maxLength);
        }
        return text.isEmpty() ? null : text;
    }

    /** Null when absent or blank. */
    public @Nullable String optionalPhone(String path, @Nullable String value) {
        var said = optionalText(path, value, PHONE_LENGTH);
        var phone = said == null ? null : Addresses.plain(said);
        if (phone != null && isShort(phone, PHONE_LENGTH) && !Addresses.isPhone(phone)) {
            add(path, "bad-phone");
        }
        return phone;
    }

    /** Null when absent or blank. */
    public @Nullable String optionalEmail(String path, @Nullable String value) {
        var email = optionalText(path, value, EMAIL_LENGTH);
        if (email != null && isShort(email, EMAIL_LENGTH) && !Addresses.isEmail(email)) {
            add(path, "bad-email");
        }
        return email;
    }

    private static boolean isShort(String text, int maxLength) {
        return text.codePointCount(0, text.length()) <= maxLength;
    }

    /** A short identifier, not free text: it may travel in events. */
    public String code(String path, @Nullable String value) {
        var code = required(path, value, "-");
        requireStorable(code);
        if (value != null && !CODE.matcher(code).matches()) {
            add(path, "bad-code");
        }
        return code;
    }

    public int range(String path, @Nullable Integer value, int min, int max) {
        int number = required(path, value, min);
        if (number < min || number > max) {
            add(path, "out-of-range", min, max);
        }
        return number;
    }

    public void absent(String path, @Nullable Object value) {
        if (value != null) {
            add(path, "not-applicable");
        }
    }

    public void add(String path, String code, Object... arguments) {
        violations.add(new Violation(path, code, arguments));
    }

    /** @throws RuleViolated naming everything found */
    public void passed() {
        if (!violations.isEmpty()) {
            throw new RuleViolated(violations);
        }
    }

    /** JSON can spell characters that are no text: NUL, and halves of surrogate pairs. */
    private static void requireStorable(String value) {
        for (var i = 0; i < value.length(); i++) {
            var unit = value.charAt(i);
            if (unit == 0) {
                throw new Malformed("invalid-text");
            }
            if (Character.isSurrogate(unit)) {
                if (i + 1 == value.length() || !Character.isSurrogatePair(unit, value.charAt(i + 1))) {
                    throw new Malformed("invalid-text");
                }
                i++;
            }
        }
    }
}
