package org.huisheng.survey.kiosk;

import java.security.SecureRandom;
import java.util.Locale;

/** Eight characters nobody confuses when reading them out, of 30 each: 39 bits, guessed under a limit of tries. */
record EnrolmentCode(String characters) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static EnrolmentCode fresh() {
        var code = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> code.append(ALPHABET.charAt(index)));
        return new EnrolmentCode(code.toString());
    }

    /** However it was typed: small letters, with or without the hyphen. */
    static EnrolmentCode typed(String text) {
        var code = new StringBuilder(LENGTH);
        text.toUpperCase(Locale.ROOT)
                .chars()
                .filter(unit -> ALPHABET.indexOf(unit) >= 0)
                .limit(LENGTH + 1L)
                .forEach(unit -> code.append((char) unit));
        return new EnrolmentCode(code.toString());
    }

    String readable() {
        return characters.substring(0, LENGTH / 2) + '-' + characters.substring(LENGTH / 2);
    }
}
