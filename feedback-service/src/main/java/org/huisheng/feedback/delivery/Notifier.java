package org.huisheng.feedback.delivery;

/** A road to people. */
interface Notifier {

    /**
     * Hands the letter over; the road may see the same one twice.
     *
     * @return whether it left; not where there is no road, and then there is nothing to try again
     * @throws RuntimeException if it was not taken; it is tried again later
     */
    boolean send(Letter letter);
}
