package org.huisheng.feedback.delivery;

/** A road did not take a letter. The reason names neither contact nor link, so that it may be kept and logged. */
final class NotTaken extends RuntimeException {

    private final String reason;

    NotTaken(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    static String reasonOf(RuntimeException failure) {
        return failure instanceof NotTaken refused
                ? refused.reason
                : failure.getClass().getSimpleName();
    }
}
