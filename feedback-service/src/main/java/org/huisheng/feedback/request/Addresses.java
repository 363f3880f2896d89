package org.huisheng.feedback.request;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/** What may be a telephone number or an e-mail address: in all places the same. */
public final class Addresses {

    private static final String NUMBER = "\\(?\\+?[0-9][0-9 ()-]{2,38}";
    private static final Pattern DIRECT = Pattern.compile(NUMBER);
    private static final Pattern PHONE =
            Pattern.compile(NUMBER + "(?: ?(?:转|轉|分机|ext\\.?|x|#|,) ?[0-9]{1,8})?", Pattern.CASE_INSENSITIVE);

    /** No full grammar, but enough for none to bring a line of its own into a letter's head. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,189}");

    private Addresses() {}

    /** With or without an extension. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }

    /** Whether a text message may go there: behind an extension nobody reads one. */
    public static boolean takesMessages(String phone) {
        return DIRECT.matcher(phone).matches();
    }

    /** As a Chinese keyboard writes numbers and signs is how they are meant. */
    public static String plain(String phone) {
        return Normalizer.normalize(phone, Form.NFKC).replaceAll("[‐-―−]", "-");
    }

    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }
}
