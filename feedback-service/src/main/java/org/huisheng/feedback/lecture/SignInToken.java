package org.huisheng.feedback.lecture;

import java.security.SecureRandom;
import java.util.Base64;

/** What stands in the code on the wall: opens one lecture's sign-in, as long as that is open. */
record SignInToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    static SignInToken random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SignInToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return "SignInToken[…]";
    }
}
