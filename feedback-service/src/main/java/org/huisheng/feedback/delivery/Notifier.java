package org.huisheng.feedback.delivery;

/** A road to people. */
interface Notifier {

    /**
     * Hands the letter over; the road may see the same one twice.
     *
     * @throws RuntimeException if it was not taken; it is tried again later
     */
    void send(Letter letter);
}
