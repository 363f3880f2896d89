package org.huisheng.feedback.lecture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.lecture.KeepLecture.Counted;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Takes a lecture from its plan to its end, by the department that holds it or the office. */
@ApplicationScoped
class RunLecture {

    /** Of one lecture, however large its room is said to be. */
    private static final int MOST_PEOPLE = 5000;

    private final Lectures lectures;
    private final SignIns signIns;
    private final People people;
    private final Departments departments;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;
    private final String publicUrl;

    RunLecture(
            Lectures lectures,
            SignIns signIns,
            People people,
            Departments departments,
            Outbox outbox,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "huisheng.public-url") URI publicUrl) {
        this.lectures = lectures;
        this.signIns = signIns;
        this.people = people;
        this.departments = departments;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
        this.publicUrl = publicUrl.toString().replaceFirst("/$", "");
    }

    @Transactional
    Counted open(UUID id, @Nullable Long expected) {
        var lecture = ours(id, expected);
        var now = clock.instant();
        lecture.open(SignInToken.random(), now);
        return noted(lecture, LectureStep.OPENED, null, now);
    }

    /** Who came by hand, a whole list at once; who is on it already comes to be of this department. */
    @Transactional
    Counted add(UUID id, String department, Collection<StaffNumber> numbers) {
        var lecture = ours(id, null);
        lecture.requireOpen();
        departments.requireActive("/department", department);
        var recognised = people.of(lecture.year());
        numbers.forEach(number -> signIns.put(id, recognised.hash(number), department));
        if (signIns.count(id) > MOST_PEOPLE) {
            throw new Conflict("lecture-full", MOST_PEOPLE);
        }
        var words = "%s %d".formatted(department, numbers.size());
        return noted(lecture, LectureStep.ADDED_BY_HAND, words, clock.instant());
    }

    @Transactional
    Counted hold(UUID id, @Nullable Long expected) {
        var lecture = ours(id, expected);
        var now = clock.instant();
        outbox.append(lecture.hold(signIns.close(lecture), now), lecture::version);
        return noted(lecture, LectureStep.HELD, null, now);
    }

    @Transactional
    Counted cancel(UUID id, @Nullable Long expected, String reason) {
        var lecture = ours(id, expected);
        var now = clock.instant();
        lecture.cancel(reason, now);
        signIns.forget(id);
        return noted(lecture, LectureStep.CANCELLED, reason, now);
    }

    /** What the code on the wall says. Nobody needs it before, or after. */
    @Transactional
    String address(UUID id) {
        var lecture = lectures.require(id);
        caller.requireDepartment(lecture.department());
        lecture.requireOpen();
        return publicUrl + "/l/" + lecture.token().orElseThrow().value();
    }

    private Lecture ours(UUID id, @Nullable Long expected) {
        var lecture = lectures.hold(id);
        caller.requireDepartment(lecture.department());
        lecture.verify(expected);
        return lecture;
    }

    private Counted noted(Lecture lecture, LectureStep step, @Nullable String words, Instant now) {
        lectures.flush();
        lectures.getEntityManager().persist(new LectureEntry(lecture.id(), now, caller.name(), step, words));
        return new Counted(lecture, signIns.of(List.of(lecture)).getOrDefault(lecture.id(), List.of()));
    }
}
