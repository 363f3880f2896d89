package org.huisheng.feedback.supply;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.feedback.reminder.Reminders;
import org.huisheng.feedback.reminder.Reminders.Agenda;
import org.huisheng.feedback.report.ReceptionFollower;
import org.huisheng.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** What the register learns of a report the report learns, too. */
@ApplicationScoped
class FollowReception implements ReceptionFollower {

    private final SupplyReports reports;
    private final Reminders reminders;
    private final TellStaff tellStaff;
    private final Caller caller;

    FollowReception(SupplyReports reports, Reminders reminders, TellStaff tellStaff, Caller caller) {
        this.reports = reports;
        this.reminders = reminders;
        this.tellStaff = tellStaff;
        this.caller = caller;
    }

    @Override
    public void follow(UUID entry, @Nullable UUID endorsement, Instant now) {
        reports.ofEntry(entry).ifPresent(report -> {
            report.receive(endorsement != null, now);
            reminders.drop(Agenda.SUPPLY_REPORT, report.id());
            tellStaff.settled(report.id(), now);
            var step = endorsement == null ? SupplyStep.RECEIVED : SupplyStep.ENDORSED;
            reports.record(report, caller.name(), step, null, now);
        });
    }
}
