package org.huisheng.kit.event;

/** A record that no retry will make readable; it is put aside as a dead letter. */
public final class UnreadableEvent extends RuntimeException {

    public UnreadableEvent(String reason) {
        super(reason);
    }
}
