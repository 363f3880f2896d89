package org.huisheng.feedback.notice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.kit.platform.Uuid7;
import org.jspecify.annotations.Nullable;

/** Has people told, in the transaction of what they are told of: neither happens without the other. */
@ApplicationScoped
public class TellStaff {

    private final Recipients recipients;
    private final Notices notices;
    private final Counter unheard;

    TellStaff(Recipients recipients, Notices notices, MeterRegistry metrics) {
        this.recipients = recipients;
        this.notices = notices;
        this.unheard = metrics.counter("huisheng.notices.unheard");
    }

    /** A rung of a case's ladder. @param escalation that nobody is told of twice */
    public record Rung(
            UUID escalation,
            UUID caseId,
            ClockKind clock,
            @Nullable String department,
            Instant dueAt) {}

    @Transactional(TxType.MANDATORY)
    public void escalated(Audience audience, Rung rung, Instant now) {
        tell(
                audience,
                rung.escalation(),
                new News(Occasion.of(rung.clock()), rung.caseId(), rung.department(), rung.dueAt()),
                now);
    }

    /** A department is asked to contribute to a case. @param dueAt when the lead needs it */
    @Transactional(TxType.MANDATORY)
    public void taskGiven(UUID caseId, String department, @Nullable Instant dueAt, Instant now) {
        tell(Audience.LIAISON, Uuid7.at(now), new News(Occasion.TASK, caseId, department, dueAt), now);
    }

    /** It has begun, or need not any more. */
    @Transactional(TxType.MANDATORY)
    public void taskTaken(UUID caseId, String department, Instant now) {
        notices.drop(caseId, department, Occasion.TASK, now);
    }

    /** A department is reminded of its part in a comment's answer. @param byHand or by the clock */
    @Transactional(TxType.MANDATORY)
    public void reminded(UUID comment, String department, @Nullable Instant deadline, boolean byHand, Instant now) {
        var occasion = byHand ? Occasion.SUPERVISION : Occasion.REMINDER;
        tell(Audience.LIAISON, Uuid7.at(now), new News(occasion, comment, department, deadline), now);
    }

    /** Another department answers a comment: of what was not told yet of the former one's part, nothing is news any more. */
    @Transactional(TxType.MANDATORY)
    public void leadReplaced(UUID comment, String former, String lead, @Nullable Instant deadline, Instant now) {
        notices.drop(comment, former, now);
        tellOnly(former, new News(Occasion.LEAD_TAKEN, comment, former, deadline), now);
        tellOnly(lead, new News(Occasion.LEAD_GIVEN, comment, lead, deadline), now);
    }

    /** A department is given a part in a comment's answer. */
    @Transactional(TxType.MANDATORY)
    public void entrusted(UUID comment, String department, @Nullable Instant deadline, Instant now) {
        tellOnly(department, new News(Occasion.ENTRUSTED, comment, department, deadline), now);
    }

    /** Where a department has nobody, nobody hears: the office has just done it. */
    private void tellOnly(String department, News news, Instant now) {
        write(recipients.who(Audience.LIAISON, department), Uuid7.at(now), news, now);
    }

    /** A department is reminded of its task of an improvement plan. @param byHand or by the clock */
    @Transactional(TxType.MANDATORY)
    public void remindedOfTask(UUID task, String department, Instant deadline, boolean byHand, Instant now) {
        var occasion = byHand ? Occasion.PLAN_SUPERVISION : Occasion.PLAN_REMINDER;
        tell(Audience.LIAISON, Uuid7.at(now), new News(occasion, task, department, deadline), now);
    }

    /** The office is reminded of a quarterly report that is to be sent, by the clock. */
    @Transactional(TxType.MANDATORY)
    public void remindedOfReport(UUID report, String department, Instant deadline, Instant now) {
        tell(Audience.OFFICE, Uuid7.at(now), new News(Occasion.REPORT_REMINDER, report, department, deadline), now);
    }

    /** An authority has said nothing of a quarterly report so far. */
    @Transactional(TxType.MANDATORY)
    public void reportUnanswered(UUID report, String department, Instant now) {
        tell(Audience.OFFICE, Uuid7.at(now), new News(Occasion.REPORT_UNANSWERED, report, department, null), now);
    }

    /** The parent company waits for what a month of an improvement plan was. */
    @Transactional(TxType.MANDATORY)
    public void planReportMissing(UUID plan, Instant now) {
        tell(Audience.OFFICE, Uuid7.at(now), new News(Occasion.PLAN_REPORT_MISSING, plan, null, null), now);
    }

    /** Somebody wants a case settled in its stakeholder's stead, and a second person is to decide. */
    @Transactional(TxType.MANDATORY)
    public void overrideProposed(UUID caseId, @Nullable String department, Instant now) {
        var who = new ArrayList<>(recipients.who(Audience.OFFICE, department));
        who.addAll(recipients.who(Audience.LEADER, department));
        if (who.isEmpty()) {
            unheard.increment();
        }
        write(who, Uuid7.at(now), new News(Occasion.OVERRIDE, caseId, department, null), now);
    }

    /** Somebody has decided, or nobody can any more. */
    @Transactional(TxType.MANDATORY)
    public void overrideSettled(UUID caseId, Instant now) {
        notices.drop(caseId, Occasion.OVERRIDE, now);
    }

    /** A quarterly report was expected, and nobody has begun it. @param report which it would be */
    @Transactional(TxType.MANDATORY)
    public void reportNotBegun(UUID report, String department, Instant deadline, Instant now) {
        tell(Audience.OFFICE, Uuid7.at(now), new News(Occasion.REPORT_NOT_BEGUN, report, department, deadline), now);
    }

    /** Two months end soon, and a department has no lecture in them. */
    @Transactional(TxType.MANDATORY)
    public void lectureDue(UUID plan, String department, Instant end, Instant now) {
        tell(Audience.LIAISON, Uuid7.at(now), new News(Occasion.LECTURE_DUE, plan, department, end), now);
    }

    /** There is nothing to remind anybody of any more. */
    @Transactional(TxType.MANDATORY)
    public void settled(UUID subject, Instant now) {
        notices.drop(subject, now);
    }

    /** The department has done its part. */
    @Transactional(TxType.MANDATORY)
    public void settled(UUID comment, String department, Instant now) {
        notices.drop(comment, department, now);
    }

    /** Where a department has nobody, the office hears what its liaison should have. */
    private void tell(Audience audience, UUID cause, News news, Instant now) {
        var who = recipients.who(audience, news.department());
        if (who.isEmpty() && audience == Audience.LIAISON) {
            who = recipients.who(Audience.OFFICE, news.department());
        }
        if (who.isEmpty()) {
            unheard.increment();
        }
        write(who, cause, news, now);
    }

    void write(Collection<Recipient> who, UUID cause, News news, Instant now) {
        who.forEach(one -> notices.persist(new Notice(one, cause, news, now)));
    }
}
