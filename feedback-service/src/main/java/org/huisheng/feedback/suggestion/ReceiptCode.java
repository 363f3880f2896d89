package org.huisheng.feedback.suggestion;

import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import org.huisheng.feedback.intake.FieldDigest;

/** What a suggester holds instead of an account. Known to them only: we keep its hash. */
record ReceiptCode(String value) {

    static final int LENGTH = 24;

    private static final int BITS = 5;
    /** Crockford's: no letter that reads like a digit, since people copy it by hand. */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static ReceiptCode of(byte[] bytes) {
        var code = new StringBuilder(LENGTH);
        for (var digit = 0; digit < LENGTH; digit++) {
            code.append(DIGITS.charAt(fiveBits(bytes, digit * BITS)));
        }
        return new ReceiptCode(code.toString());
    }

    private static int fiveBits(byte[] bytes, int from) {
        var value = 0;
        for (var bit = from; bit < from + BITS; bit++) {
            value = value << 1 | bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
        }
        return value;
    }

    /** As somebody typed it. What is none of ours finds nothing. */
    static ReceiptCode read(String typed) {
        var code = new StringBuilder(LENGTH);
        // Keyboards for Chinese write digits and letters in full width, and word processors dashes of their own.
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        for (var sign : plain.toCharArray()) {
            switch (sign) {
                case 'O' -> code.append('0');
                case 'I', 'L' -> code.append('1');
                default -> {
                    if (!isBetweenGroups(sign)) {
                        code.append(sign);
                    }
                }
            }
        }
        return new ReceiptCode(code.toString());
    }

    private static boolean isBetweenGroups(char sign) {
        return Character.isWhitespace(sign) || Character.getType(sign) == Character.DASH_PUNCTUATION;
    }

    /** In groups of four, as it is shown and written down. */
    String readable() {
        return value.replaceAll("(.{4})(?=.)", "$1-");
    }

    String hash() {
        return BASE64.encodeToString(FieldDigest.of("suggestion", value));
    }

    /** Under which something with the client's id is kept, which may tell when it was made. */
    String keyOf(Object id) {
        return BASE64.encodeToString(FieldDigest.of("word", value, id));
    }

    @Override
    public String toString() {
        return "ReceiptCode[…]";
    }
}
