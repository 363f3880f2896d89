package org.huisheng.feedback.lecture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huisheng.events.LectureEvent.Attendance;

/** Who has signed in, and how many have come. Whoever changes anything here holds the lecture's row. */
@ApplicationScoped
class SignIns {

    private final EntityManager entities;

    SignIns(EntityManager entities) {
        this.entities = entities;
    }

    boolean contain(UUID lecture, byte[] person) {
        return !entities.createNativeQuery("SELECT 1 FROM lecture_sign_in WHERE lecture = ?1 AND person = ?2")
                .setParameter(1, lecture)
                .setParameter(2, person)
                .getResultList()
                .isEmpty();
    }

    long count(UUID lecture) {
        return (Long) entities.createNativeQuery("SELECT count(*) FROM lecture_sign_in WHERE lecture = ?1", Long.class)
                .setParameter(1, lecture)
                .getSingleResult();
    }

    /** With a department that is believed: whoever enters people by hand has seen them. */
    @Transactional(TxType.MANDATORY)
    void put(UUID lecture, byte[] person, String department) {
        entities.createNativeQuery("""
                        INSERT INTO lecture_sign_in (lecture, person, department) VALUES (?1, ?2, ?3)
                        ON CONFLICT (lecture, person) DO UPDATE SET department = excluded.department
                        """)
                .setParameter(1, lecture)
                .setParameter(2, person)
                .setParameter(3, department)
                .executeUpdate();
    }

    @Transactional(TxType.MANDATORY)
    void forget(UUID lecture) {
        entities.createNativeQuery("DELETE FROM lecture_sign_in WHERE lecture = ?1")
                .setParameter(1, lecture)
                .executeUpdate();
    }

    /**
     * Counts who came, writes down who is covered by it, and forgets who came. Two lectures that are counted at once wait
     * for each other where somebody has been to both: each takes people in the same order.
     */
    @Transactional(TxType.MANDATORY)
    List<Attendance> close(Lecture lecture) {
        var attendance = entities.createNativeQuery("""
                        WITH came AS MATERIALIZED (
                            SELECT person, department FROM lecture_sign_in WHERE lecture = ?1 ORDER BY person),
                        newly AS (
                            INSERT INTO lecture_covered (year, level, person)
                            SELECT cast(?2 AS int), ?3, person FROM came ORDER BY person
                            ON CONFLICT DO NOTHING RETURNING person),
                        counted AS (
                            SELECT department, count(*) AS people, count(newly.person) AS newly_covered
                            FROM came LEFT JOIN newly USING (person) GROUP BY department)
                        INSERT INTO lecture_attendance (lecture, department, people, newly_covered)
                        SELECT cast(?1 AS uuid), department, people, newly_covered FROM counted
                        RETURNING department, people, newly_covered
                        """, Tuple.class)
                .setParameter(1, lecture.id())
                .setParameter(2, lecture.year())
                .setParameter(3, lecture.announcement().level().name())
                .getResultStream()
                .map(row -> attendance((Tuple) row))
                .sorted(Comparator.comparing(Attendance::department))
                .toList();
        forget(lecture.id());
        return attendance;
    }

    /** Of lectures that are over what was counted, of open ones who is there by now. */
    Map<UUID, List<Attendance>> of(Collection<Lecture> lectures) {
        Stream<?> rows = entities.createNativeQuery("""
                        SELECT lecture, department, people, newly_covered FROM lecture_attendance WHERE lecture IN (?1)
                        UNION ALL
                        SELECT lecture, department, cast(count(*) AS int), 0 FROM lecture_sign_in WHERE lecture IN (?1)
                        GROUP BY lecture, department ORDER BY department
                        """, Tuple.class)
                .setParameter(1, lectures.stream().map(Lecture::id).toList())
                .getResultStream();
        return rows.map(Tuple.class::cast)
                .collect(Collectors.groupingBy(
                        row -> row.get("lecture", UUID.class),
                        Collectors.mapping(SignIns::attendance, Collectors.toList())));
    }

    private static Attendance attendance(Tuple row) {
        return new Attendance(
                row.get("department", String.class),
                row.get("people", Number.class).intValue(),
                row.get("newly_covered", Number.class).intValue());
    }
}
