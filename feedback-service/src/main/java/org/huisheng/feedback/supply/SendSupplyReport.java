package org.huisheng.feedback.supply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.huisheng.feedback.letter.Editions;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.reminder.ReminderKind;
import org.huisheng.feedback.reminder.Reminders;
import org.huisheng.feedback.reminder.Reminders.Agenda;
import org.huisheng.feedback.report.SentReports;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.event.Outbox;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** From a draft that somebody else approves to a report that has left the house. */
@ApplicationScoped
class SendSupplyReport {

    private final SupplyReports reports;
    private final ReadSupplyReports read;
    private final Editions editions;
    private final SentReports register;
    private final Reminders reminders;
    private final TellStaff tellStaff;
    private final SupplyConfig config;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    SendSupplyReport(
            SupplyReports reports,
            ReadSupplyReports read,
            Editions editions,
            SentReports register,
            Reminders reminders,
            TellStaff tellStaff,
            SupplyConfig config,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.reports = reports;
        this.read = read;
        this.editions = editions;
        this.register = register;
        this.reminders = reminders;
        this.tellStaff = tellStaff;
        this.config = config;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** What is approved is what the paper says at this moment, with nothing left open. */
    @Transactional
    SupplyReport approve(UUID id, @Nullable Long expected, @Nullable String words) {
        var report = current(id, expected);
        report.requireApprovable(caller.name());
        var filled = read.filled(report);
        var checks = new Checks();
        filled.gaps().forEach(gap -> checks.add("/sections/" + gap.section() + "/text", "missing-figure", gap.word()));
        checks.passed();
        var now = clock.instant();
        report.approve(editions.freeze(report.title(), filled.pieces(), now), caller.name(), now);
        return noted(report, SupplyStep.APPROVED, words, now);
    }

    @Transactional
    SupplyReport giveBack(UUID id, @Nullable Long expected, String reason) {
        var report = current(id, expected);
        var now = clock.instant();
        report.giveBack(now);
        return noted(report, SupplyStep.RETURNED, reason, now);
    }

    /** Into the register of all that was sent, too; from then on it is the authority's turn. */
    @Transactional
    SupplyReport send(UUID id, @Nullable Long expected, Instant sentAt, @Nullable String documentReference) {
        var report = current(id, expected);
        report.requireSendable();
        var now = clock.instant();
        var entry =
                register.enter(report.title(), report.quarter().toString(), report.sentTo(), sentAt, documentReference);
        report.send(entry, sentAt, now).ifPresent(event -> outbox.append(event, report::version));
        tellStaff.settled(id, now);
        reminders.renew(
                Agenda.SUPPLY_REPORT,
                id,
                sentAt.plus(config.unansweredAfter()),
                EnumSet.of(ReminderKind.OVERDUE, ReminderKind.ONE_WEEK_OVERDUE),
                now);
        return noted(report, SupplyStep.SENT, documentReference, now);
    }

    @Transactional
    SupplyReport cancel(UUID id, @Nullable Long expected, String reason) {
        var report = current(id, expected);
        var now = clock.instant();
        report.cancel(now);
        reminders.drop(Agenda.SUPPLY_REPORT, id);
        tellStaff.settled(id, now);
        return noted(report, SupplyStep.CANCELLED, reason, now);
    }

    private SupplyReport noted(SupplyReport report, SupplyStep step, @Nullable String words, Instant now) {
        reports.record(report, caller.name(), step, words, now);
        return report;
    }

    private SupplyReport current(UUID id, @Nullable Long expected) {
        var report = reports.require(id);
        report.verify(expected);
        return report;
    }
}
