package org.huisheng.feedback.lecture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huisheng.events.LectureEvent.LectureLevel;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Days;
import org.jspecify.annotations.Nullable;

/** A lecture as it comes in. */
record LectureRequest(
        @Nullable UUID id,
        @Nullable String department,
        @Nullable LectureLevel level,
        @Nullable String topic,
        @Nullable String place,
        @Nullable String speaker,
        @Nullable Instant startsAt,
        @Nullable Integer capacity,
        @Nullable QuizRequest before,
        @Nullable QuizRequest after) {

    private static final int MOST_PEOPLE = 2000;
    private static final UUID NONE = new UUID(0, 0);
    private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** @param campaign of survey-service @param link a token of it */
    record QuizRequest(@Nullable UUID campaign, @Nullable String link) {

        Quiz check(Checks checks, String path) {
            var token = checks.required(path + "/link", link, "-");
            if (!LINK.matcher(token).matches()) {
                checks.add(path + "/link", "bad-link");
            }
            return new Quiz(checks.required(path + "/campaign", campaign, NONE), token);
        }
    }

    Announcement check() {
        var checks = new Checks();
        var announcement = new Announcement(
                checks.code("/department", department),
                checks.required("/level", level, LectureLevel.TEAMS),
                checks.text("/topic", topic, 200),
                checks.text("/place", place, 200),
                checks.text("/speaker", speaker, 100),
                moment(checks),
                checks.range("/capacity", capacity, 1, MOST_PEOPLE),
                before == null ? null : before.check(checks, "/before"),
                after == null ? null : after.check(checks, "/after"));
        checks.passed();
        return announcement;
    }

    private Instant moment(Checks checks) {
        var moment = checks.required("/startsAt", startsAt, Instant.EPOCH);
        if (startsAt != null) {
            var inRange = moment.isAfter(Instant.EPOCH) && moment.isBefore(Instant.parse("2100-01-01T00:00:00Z"));
            Days.check(
                    checks,
                    "/startsAt",
                    inRange ? LocalDate.ofInstant(moment, BusinessCalendar.ZONE) : LocalDate.EPOCH);
        }
        return moment.truncatedTo(ChronoUnit.MINUTES);
    }
}
