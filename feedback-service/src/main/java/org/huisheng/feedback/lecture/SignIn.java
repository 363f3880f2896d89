package org.huisheng.feedback.lecture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.huisheng.feedback.department.Department;
import org.huisheng.feedback.department.Departments;
import org.huisheng.kit.problem.DomainException.Conflict;

/** For whoever comes to a lecture and reads the code on the wall. */
@ApplicationScoped
class SignIn {

    private final Lectures lectures;
    private final SignIns signIns;
    private final People people;
    private final Departments departments;
    private final Clock clock;

    SignIn(Lectures lectures, SignIns signIns, People people, Departments departments, Clock clock) {
        this.lectures = lectures;
        this.signIns = signIns;
        this.people = people;
        this.departments = departments;
        this.clock = clock;
    }

    /** @param choices the departments somebody may be of, none where nobody can sign in */
    record Door(Lecture lecture, Department holder, List<Department> choices) {}

    @Transactional
    Door look(SignInToken token) {
        var lecture = lectures.require(token);
        return door(lecture);
    }

    /**
     * Once however often it is tried: the person is what makes an entry one and the same, so a client needs no id of its
     * own. The answer does not tell whether somebody was there already, nor of which department; that of the first time stays.
     */
    @Transactional
    Door signIn(SignInToken token, StaffNumber number, String department) {
        var lecture = lectures.hold(token);
        lecture.requireLetsIn(clock.instant());
        departments.requireActive("/department", department);
        var person = people.of(lecture.year()).hash(number);
        if (!signIns.contain(lecture.id(), person)) {
            var capacity = lecture.announcement().capacity();
            if (signIns.count(lecture.id()) >= capacity) {
                throw new Conflict("lecture-full", capacity);
            }
            signIns.put(lecture.id(), person, department);
        }
        return door(lecture);
    }

    private Door door(Lecture lecture) {
        return new Door(
                lecture,
                departments.findById(lecture.department()),
                lecture.status() == LectureStatus.OPEN ? departments.active() : List.of());
    }
}
