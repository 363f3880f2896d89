package org.huisheng.feedback.delivery;

import java.util.UUID;

/**
 * What goes to somebody.
 *
 * @param id the same with each try, so that the other side can tell a repetition
 * @param about for the log
 */
public record Letter(UUID id, UUID about, Channel channel, String to, String subject, String text) {

    /** Enough to recognise one's own number, too little to learn another's. */
    String maskedContact() {
        var at = to.indexOf('@');
        var name = at < 0 ? to : to.substring(0, at);
        var shown = at < 0 ? Math.min(2, name.length() / 3) : Math.min(1, name.length() / 2);
        var end = at < 0 ? name.substring(name.length() - shown) : to.substring(at);
        return name.substring(0, shown) + "***" + end;
    }

    @Override
    public String toString() {
        return "Letter[" + id + ", …]";
    }
}
