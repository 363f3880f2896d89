package org.huisheng.feedback.lecture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.events.LectureEvent.Attendance;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.lecture.Lectures.Filter;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Writes lectures down, and shows them to everybody who works here. */
@ApplicationScoped
class KeepLecture {

    private final Lectures lectures;
    private final SignIns signIns;
    private final Departments departments;
    private final Caller caller;
    private final Clock clock;

    KeepLecture(Lectures lectures, SignIns signIns, Departments departments, Caller caller, Clock clock) {
        this.lectures = lectures;
        this.signIns = signIns;
        this.departments = departments;
        this.caller = caller;
        this.clock = clock;
    }

    /** A lecture, and how many came or are there by now. */
    record Counted(Lecture lecture, List<Attendance> attendance) {}

    /** @param isNew false if this was a retry */
    record Planned(Counted counted, boolean isNew) {}

    @Transactional
    Planned plan(@Nullable UUID chosenId, Announcement announcement) {
        caller.requireDepartment(announcement.department());
        var known = chosenId == null ? null : lectures.findById(chosenId);
        if (known != null) {
            known.requireMadeOf(announcement);
            return new Planned(counted(known), false);
        }
        departments.requireActive("/department", announcement.department());
        var now = clock.instant();
        var lecture = new Lecture(chosenId == null ? Uuid7.at(now) : chosenId, announcement, now);
        lectures.persistAndFlush(lecture);
        note(lecture, now, LectureStep.PLANNED);
        return new Planned(new Counted(lecture, List.of()), true);
    }

    @Transactional
    Counted revise(UUID id, @Nullable Long expected, Announcement announcement) {
        var lecture = lectures.hold(id);
        caller.requireDepartment(lecture.department());
        caller.requireDepartment(announcement.department());
        lecture.verify(expected);
        departments.requireActive("/department", announcement.department());
        lecture.revise(announcement);
        lectures.flush();
        note(lecture, clock.instant(), LectureStep.REVISED);
        return counted(lecture);
    }

    @Transactional
    Counted read(UUID id) {
        return counted(lectures.require(id));
    }

    @Transactional
    List<Counted> latest(Filter filter, @Nullable Keyset after, int limit) {
        var found = lectures.latest(filter, after, limit);
        var attendance = found.isEmpty() ? Map.<UUID, List<Attendance>>of() : signIns.of(found);
        return found.stream()
                .map(lecture -> new Counted(lecture, attendance.getOrDefault(lecture.id(), List.of())))
                .toList();
    }

    @Transactional
    List<LectureEntry> history(UUID id, @Nullable UUID before, int limit) {
        return lectures.history(lectures.require(id).id(), before, limit);
    }

    private Counted counted(Lecture lecture) {
        return new Counted(lecture, signIns.of(List.of(lecture)).getOrDefault(lecture.id(), List.of()));
    }

    private void note(Lecture lecture, Instant now, LectureStep step) {
        lectures.getEntityManager().persist(new LectureEntry(lecture.id(), now, caller.name(), step, null));
    }
}
