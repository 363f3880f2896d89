package org.huisheng.feedback.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
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

    private final EntityManager entities;
    private final CaseInHand inHand;
    private final Cases cases;
    private final CaseClocks clocks;
    private final Calendars calendars;
    private final CaseJournal journal;
    private final TellStaff tellStaff;

    Escalate(
            EntityManager entities,
            CaseInHand inHand,
            Cases cases,
            CaseClocks clocks,
            Calendars calendars,
            CaseJournal journal,
            TellStaff tellStaff) {
        this.entities = entities;
        this.inHand = inHand;
        this.cases = cases;
        this.clocks = clocks;
        this.calendars = calendars;
        this.journal = journal;
        this.tellStaff = tellStaff;
    }

    /** @return how many rungs were climbed; none when somebody else has the case in hand, who will be followed later */
    @Transactional
    int escalate(UUID caseId, Instant now) {
        if (!inHand.take(caseId, now)) {
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
}
