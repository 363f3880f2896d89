package org.huisheng.feedback.request;

import java.util.regex.Pattern;

/** What may be a telephone number or an e-mail address: in all places the same. */
public final class Addresses {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{2,38}");

    /** No full grammar, but enough for none to bring a line of its own into a letter's head. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,189}");

    private Addresses() {}

    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }

    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }
}
