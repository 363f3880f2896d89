package org.huisheng.feedback.request;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Malformed;

/** The last row of a page: what it is sorted by, and its id for those that are equal in that. */
public record Keyset(String key, UUID id) {

    private static final char ORDER_END = ' ';
    private static final char BETWEEN = '\n';

    /** @throws Malformed if it is no cursor of ours */
    public static Keyset parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var end = text.lastIndexOf(BETWEEN);
            if (end < 0 || text.indexOf('\0') >= 0) {
                throw new Malformed("bad-cursor");
            }
            return new Keyset(text.substring(0, end), UUID.fromString(text.substring(end + 1)));
        } catch (IllegalArgumentException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }

    /** Of a list that may come in other orders, too. */
    public static Keyset of(String order, Object place, UUID id) {
        return new Keyset(order + ORDER_END + place, id);
    }

    /** @throws Malformed if it is of a list in another order */
    public Keyset in(String order) {
        var begin = order + ORDER_END;
        if (!key.startsWith(begin)) {
            throw new Malformed("bad-cursor");
        }
        return new Keyset(key.substring(begin.length()), id);
    }

    public String cursor() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key + BETWEEN + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Malformed if the list is not sorted by number */
    public int number() {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException notANumber) {
            throw new Malformed("bad-cursor");
        }
    }

    /** @throws Malformed if the list is not sorted by day */
    public LocalDate day() {
        try {
            var day = LocalDate.parse(key);
            if (day.getYear() < 0 || day.getYear() > 9999) {
                throw new Malformed("bad-cursor");
            }
            return day;
        } catch (DateTimeException notADay) {
            throw new Malformed("bad-cursor");
        }
    }

    /** @throws Malformed if the list is not sorted by time */
    public Instant moment() {
        try {
            var moment = Instant.parse(key);
            if (moment.isBefore(Instant.EPOCH) || moment.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
                throw new Malformed("bad-cursor");
            }
            return moment;
        } catch (DateTimeException notAMoment) {
            throw new Malformed("bad-cursor");
        }
    }
}
