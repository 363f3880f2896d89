package org.huisheng.gateway.edge;

import java.util.Set;
import java.util.regex.Pattern;

/** An address as it may be written down: without a query, and without what opens something or names somebody. */
final class MaskedPath {

    private static final String MASK = "*";
    private static final int LONGEST_WORD = 24;

    /** What stands behind these is a secret or a name. */
    private static final Set<String> BEFORE_SECRETS = Set.of(
            "links",
            "receipts",
            "confirmations",
            "inquiries",
            "lecture-sign-ins",
            "users",
            "enrolment",
            "a",
            "r",
            "c",
            "s",
            "k",
            "l");

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]*");

    private MaskedPath() {}

    static String of(String path) {
        var steps = path.split("/", -1);
        var masked = new StringBuilder(path.length());
        for (var i = 0; i < steps.length; i++) {
            var step = steps[i];
            masked.append(i == 0 ? "" : "/");
            masked.append(
                    step.isEmpty() || isHarmless(step) && (i == 0 || !BEFORE_SECRETS.contains(steps[i - 1]))
                            ? step
                            : MASK);
        }
        return masked.toString();
    }

    /** What is neither a word of ours nor an id may be anything, an e-mail address or a token in the wrong place. */
    private static boolean isHarmless(String step) {
        return step.length() <= LONGEST_WORD && WORD.matcher(step).matches()
                || UUID.matcher(step).matches();
    }
}
