package org.huisheng.feedback.lecture;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.events.LectureEvent.Attendance;
import org.huisheng.events.LectureEvent.LectureHeld;
import org.huisheng.events.LectureEvent.LectureLevel;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A roving lecture. It is planned, opened for whoever comes to sign in, and held, by which who came is counted for good; or
 * it is cancelled.
 */
@Entity
class Lecture {

    /** Rooms are prepared, and posters hung up, the day before. */
    private static final Duration OPENS_BEFORE = Duration.ofDays(1);
    /** A code somebody has forgotten to take off the wall opens nothing any more. */
    private static final Duration LETS_IN_UNTIL = Duration.ofDays(1);

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] contentDigest;
    private String department;

    @Enumerated(EnumType.STRING)
    private LectureLevel level;

    private String topic;
    private String place;
    private String speaker;
    private Instant startsAt;
    private int capacity;
    private @Nullable UUID campaignBefore;
    private @Nullable String linkBefore;
    private @Nullable UUID campaignAfter;
    private @Nullable String linkAfter;

    @Enumerated(EnumType.STRING)
    private LectureStatus status;

    private Instant createdAt;
    private @Nullable String token;
    private @Nullable Instant heldAt;
    private @Nullable Instant cancelledAt;
    private @Nullable String reason;

    @NullUnmarked
    protected Lecture() {}

    Lecture(UUID id, Announcement announcement, Instant now) {
        this.id = id;
        this.contentDigest = announcement.digest();
        this.status = LectureStatus.PLANNED;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        write(announcement);
    }

    /** @throws Conflict unless it was made of this */
    void requireMadeOf(Announcement announcement) {
        if (!Arrays.equals(contentDigest, announcement.digest())) {
            throw new Conflict("lecture-differs", id);
        }
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    /** Once people sign in it stays the lecture they have come to. */
    void revise(Announcement announcement) {
        switch (status) {
            case PLANNED -> {}
            case OPEN -> {
                if (!announcement().isSameLecture(announcement)) {
                    throw new Conflict("lecture-open");
                }
            }
            case HELD, CANCELLED -> throw over();
        }
        write(announcement);
    }

    private void write(Announcement announcement) {
        department = announcement.department();
        level = announcement.level();
        topic = announcement.topic();
        place = announcement.place();
        speaker = announcement.speaker();
        startsAt = announcement.startsAt();
        capacity = announcement.capacity();
        var before = announcement.before();
        campaignBefore = before == null ? null : before.campaign();
        linkBefore = before == null ? null : before.link();
        var after = announcement.after();
        campaignAfter = after == null ? null : after.campaign();
        linkAfter = after == null ? null : after.link();
    }

    void open(SignInToken given, Instant now) {
        become(LectureStatus.OPEN);
        if (now.isBefore(startsAt.minus(OPENS_BEFORE))) {
            throw new Conflict("lecture-too-early");
        }
        token = given.value();
    }

    /** @throws Conflict that tells whoever wants to sign in why they cannot */
    void requireOpen() {
        switch (status) {
            case PLANNED -> throw new Conflict("lecture-not-open");
            case OPEN -> {}
            case HELD, CANCELLED -> throw over();
        }
    }

    /** @throws Conflict unless somebody who has no account can sign in by now */
    void requireLetsIn(Instant now) {
        requireOpen();
        if (now.isAfter(startsAt.plus(LETS_IN_UNTIL))) {
            throw new Conflict("lecture-over");
        }
    }

    private Conflict over() {
        return new Conflict(status == LectureStatus.HELD ? "lecture-over" : "lecture-cancelled");
    }

    LectureHeld hold(List<Attendance> attendance, Instant now) {
        become(LectureStatus.HELD);
        if (now.isBefore(startsAt)) {
            throw new Conflict("lecture-not-begun");
        }
        if (attendance.isEmpty()) {
            throw new Conflict("lecture-without-attendance");
        }
        heldAt = now.truncatedTo(ChronoUnit.MICROS);
        return new LectureHeld(id, department, level, startsAt, attendance, now.truncatedTo(ChronoUnit.MICROS));
    }

    void cancel(String why, Instant now) {
        become(LectureStatus.CANCELLED);
        cancelledAt = now.truncatedTo(ChronoUnit.MICROS);
        reason = why;
    }

    private void become(LectureStatus next) {
        if (!status.canBecome(next)) {
            throw Conflict.transition("lecture", status, next);
        }
        status = next;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String department() {
        return department;
    }

    LectureStatus status() {
        return status;
    }

    /** In which people are covered by it. */
    int year() {
        return startsAt.atZone(BusinessCalendar.ZONE).getYear();
    }

    Announcement announcement() {
        return new Announcement(
                department,
                level,
                topic,
                place,
                speaker,
                startsAt,
                capacity,
                quiz(campaignBefore, linkBefore),
                quiz(campaignAfter, linkAfter));
    }

    private static @Nullable Quiz quiz(@Nullable UUID campaign, @Nullable String link) {
        return campaign == null || link == null ? null : new Quiz(campaign, link);
    }

    Optional<SignInToken> token() {
        return Optional.ofNullable(token).map(SignInToken::new);
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> heldAt() {
        return Optional.ofNullable(heldAt);
    }

    Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
