package org.huisheng.feedback.lecture;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.LectureEvent.Attendance;
import org.huisheng.events.LectureEvent.LectureLevel;
import org.huisheng.feedback.lecture.KeepLecture.Counted;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A lecture as those see it who work here. @param attendance of an open one who is there by now */
record LectureView(
        LectureLine lecture,
        Instant createdAt,
        List<LectureAttendance> attendance,
        @Nullable QuizView before,
        @Nullable QuizView after,
        @Nullable Instant heldAt,
        @Nullable Instant cancelledAt,
        @Nullable String reason) {

    /** @param people who came, or are there by now @param newlyCovered known once it is over */
    record LectureLine(
            UUID id,
            long version,
            String department,
            LectureLevel level,
            String topic,
            String place,
            String speaker,
            Instant startsAt,
            int capacity,
            LectureStatus status,
            int people,
            @Nullable Integer newlyCovered) {

        static LectureLine of(Counted counted) {
            var lecture = counted.lecture();
            var announced = lecture.announcement();
            return new LectureLine(
                    lecture.id(),
                    lecture.version(),
                    announced.department(),
                    announced.level(),
                    announced.topic(),
                    announced.place(),
                    announced.speaker(),
                    announced.startsAt(),
                    announced.capacity(),
                    lecture.status(),
                    counted.attendance().stream().mapToInt(Attendance::people).sum(),
                    lecture.status() != LectureStatus.HELD
                            ? null
                            : counted.attendance().stream()
                                    .mapToInt(Attendance::newlyCovered)
                                    .sum());
        }
    }

    record LectureAttendance(
            String department, int people, @Nullable Integer newlyCovered) {}

    record QuizView(UUID campaign, String link) {
        static @Nullable QuizView of(@Nullable Quiz quiz) {
            return quiz == null ? null : new QuizView(quiz.campaign(), quiz.link());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record LecturePage(List<LectureLine> items, @Nullable String next) {}

    record LectureEntryView(
            Instant at,
            String actor,
            LectureStep step,
            @Nullable String words) {
        static LectureEntryView of(LectureEntry entry) {
            return new LectureEntryView(
                    entry.at(), entry.actor(), entry.step(), entry.words().orElse(null));
        }
    }

    /** @param next cursor of the following page, null on the last */
    record LectureEntryPage(
            List<LectureEntryView> items, @Nullable String next) {}

    static LectureView of(Counted counted) {
        var lecture = counted.lecture();
        var isHeld = lecture.status() == LectureStatus.HELD;
        return new LectureView(
                LectureLine.of(counted),
                lecture.createdAt(),
                counted.attendance().stream()
                        .map(came -> new LectureAttendance(
                                came.department(), came.people(), isHeld ? came.newlyCovered() : null))
                        .toList(),
                QuizView.of(lecture.announcement().before()),
                QuizView.of(lecture.announcement().after()),
                lecture.heldAt().orElse(null),
                lecture.cancelledAt().orElse(null),
                lecture.reason().orElse(null));
    }

    static RestResponse<LectureView> answer(Counted counted) {
        return answer(ResponseBuilder.create(200), counted);
    }

    static RestResponse<LectureView> answer(ResponseBuilder<LectureView> response, Counted counted) {
        return response.entity(of(counted))
                .tag(EntityVersion.tag(counted.lecture().version()))
                .build();
    }
}
