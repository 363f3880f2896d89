package org.huisheng.feedback.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.huisheng.feedback.calendar.Calendars;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Alarming;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.sla.CaseClock.Climbed;

/** Climbs the rungs a case's clocks have reached: row, timeline entry, event and what people are to be told in one transaction, or nothing. */
@ApplicationScoped
class Escalate {

    private static final Duration JUST_NOW = Duration.ofSeconds(5);

    private final EntityManager entities;
    private final Cases cases;
    private final CaseClocks clocks;
    private final Calendars calendars;
    private final CaseJournal journal;
    private final TellStaff tellStaff;

    Escalate(
            EntityManager entities,
            Cases cases,
            CaseClocks clocks,
            Calendars calendars,
            CaseJournal journal,
            TellStaff tellStaff) {
        this.entities = entities;
        this.cases = cases;
        this.clocks = clocks;
        this.calendars = calendars;
        this.journal = journal;
        this.tellStaff = tellStaff;
    }

    /** @return how many rungs were climbed; none when somebody else has the case in hand, who will be followed later */
    @Transactional
    int escalate(UUID caseId, Instant now) {
        if (!isFree(caseId, now)) {
            return 0;
        }
        var matter = cases.require(caseId);
        var climbed = 0;
        for (var clock : clocks.of(caseId)) {
            for (var rung : clock.climb(now, calendars.require(clock.calendar()))) {
                tell(matter, clock, rung, now);
                climbed++;
            }
        }
        return climbed;
    }

    private void tell(Case matter, CaseClock clock, Climbed rung, Instant now) {
        var escalation = new Escalation(matter, clock.kind(), rung, now);
        var act = new Act(Act.CLOCK, now, escalation.words(), null);
        journal.record(
                rung.rung().isBreach()
                        ? Alarming.breach(matter, clock.kind(), rung.dueAt(), act)
                        : Alarming.escalate(matter, act));
        entities.persist(escalation);
        tellStaff.escalated(escalation.recipient().audience(), escalation.told(), now);
    }

    /**
     * The case first, as every step does: whoever works on it is not waited for, and none waits for another in a ring. Nor
     * is a case touched that somebody has just changed: they are likely to go on, and should not hear of a lost update.
     */
    private boolean isFree(UUID caseId, Instant now) {
        return !entities.createNativeQuery("""
                        SELECT 1 FROM feedback_case WHERE id = ?1 AND updated_at < ?2 FOR UPDATE SKIP LOCKED
                        """)
                .setParameter(1, caseId)
                .setParameter(2, OffsetDateTime.ofInstant(now.minus(JUST_NOW), ZoneOffset.UTC))
                .getResultList()
                .isEmpty();
    }
}
